"""The words by which an answer says that a statement is true or false, in English and in a site's own language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

# Besides the words on the buttons. Each is the whole of an answer only where a statement is judged.
SYNONYMS = {
    "ar": ("صواب|صحيح|صح", "خطأ|خطا|خاطئ|غير صحيح|غلط"),
    "cs": ("Pravda|Správně|Správné", "Nepravda|Není pravda|Lež|Nesprávně|Nesprávné|Špatně"),
    "de": ("Wahr|Richtig|Korrekt|Stimmt", "Falsch|Unwahr|Nicht wahr|Nicht richtig|Inkorrekt|Stimmt nicht"),
    "el": ("Σωστό|Σωστο|Σωστά|Σωστα|Αληθές|Αληθες|Αλήθεια|Αληθεια", "Λάθος|Λαθος|Ψευδές|Ψευδες|Ψέμα|Ψεμα"),
    "es": ("Verdadero|Verdadera|Verdad|Cierto|Correcto", "Falso|Falsa|Incorrecto|No es cierto"),
    "fa": ("درست|صحیح", "نادرست|غلط|اشتباه"),
    "fr": ("Vrai|Exact|Correct|C'est vrai|C’est vrai", "Faux|Inexact|Incorrect|C'est faux|C’est faux"),
    "he": ("נכון|אמת", "לא נכון|שגוי|שקר"),
    "hi": ("सत्य|सही|सच", "असत्य|गलत|ग़लत|झूठ"),
    "id": ("Benar|Betul", "Salah|Tidak benar"),
    "it": ("Vero|Vera|È vero|Corretto|Giusto", "Falso|Falsa|Non è vero|Sbagliato|Scorretto"),
    "ja": ("正しい|正しいです|真|正|正解|本当|○|〇|◯", "誤り|誤りです|偽|誤|間違い|間違いです|正しくない|不正解|×|✕|✗"),
    "ko": ("참|맞다|맞음|맞습니다|옳다", "거짓|틀리다|틀림|틀립니다|옳지 않다"),
    "nl": ("Waar|Juist|Correct|Klopt", "Onwaar|Niet waar|Onjuist|Niet juist|Niet correct|Fout|Klopt niet"),
    "pl": ("Prawda|Prawdziwe|Poprawne", "Fałsz|Nieprawda|Fałszywe|Niepoprawne"),
    "pt": ("Verdadeiro|Verdadeira|Verdade|Certo|Correto", "Falso|Falsa|Errado|Incorreto"),
    "ru": ("Правда|Верно|Истина|Правильно", "Ложь|Неверно|Не верно|Неправда|Неправильно"),
    "sv": ("Sant|Sann|Rätt|Stämmer", "Falskt|Falsk|Fel|Inte sant|Stämmer inte"),
    "tr": ("Doğru", "Yanlış|Doğru değil"),
    "uk": ("Правда|Вірно|Правильно|Істина", "Неправда|Невірно|Неправильно|Хиба|Хибно"),
    "vi": ("Đúng", "Sai|Không đúng"),
    "zh": ("对|正确|真|對|正確", "错|错误|不对|不正确|假|錯|錯誤|不對|不正確"),
}


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The words for both verdicts, in small letters."""

    true: tuple[str, ...]
    false: tuple[str, ...]

    def of(self, answer: str) -> bool | None:
        """What an answer says that begins with one of the words; None for any other."""
        found = _pattern(self).match(answer)
        return None if not found else " ".join(found["word"].casefold().split()) in self.true


ENGLISH = Verdicts(("true",), ("false",))


@cache
def verdicts_in(language: str, true: str, false: str) -> Verdicts:
    """The words of a language, of which a site shows these two on its buttons; those of English always count."""
    trues, falses = SYNONYMS.get(language, ("", ""))
    return Verdicts(
        tuple(word.casefold() for word in ("true", true, *trues.split("|")) if word),
        tuple(word.casefold() for word in ("false", false, *falses.split("|")) if word),
    )


@cache
def _pattern(verdicts: Verdicts) -> re.Pattern[str]:
    words = sorted({*verdicts.true, *verdicts.false}, key=len, reverse=True)  # "not true" before "not"
    word = "|".join(re.escape(word).replace(r"\ ", r"[ \t]+") for word in words)
    return re.compile(
        rf"[*_]{{0,3}}(?P<word>{word})[*_]{{0,3}}"
        r"(?:[.,:;!][*_]{0,3}(?!\w)|[ \u00a0\u202f][:;!](?!\w)|[·。．，、：；！।،؛][*_]{0,3}"
        r"|[ \t]*[–—]|[ \t]+-+(?=[ \t\n]|\Z)|[ \t]*(?:\n|\Z))",
        re.I,
    )
