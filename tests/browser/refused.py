"""Scripts for a browser that refuses to store anything, as some do."""

from __future__ import annotations

NO_DATABASE = "void (IDBDatabase.prototype.transaction = () => { throw new DOMException('', 'InvalidStateError'); });"
REFUSE = {
    "no access": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'Security'); } })",
    "no storage": "Object.defineProperty(window, 'localStorage', { value: null })",
    "no writing": "Storage.prototype.setItem = () => { throw new DOMException('', 'InvalidStateError'); }",
    "no keeping": "Storage.prototype.setItem = () => {}",
}
REFUSE = {name: f"{NO_DATABASE} {script}" for name, script in REFUSE.items()}
