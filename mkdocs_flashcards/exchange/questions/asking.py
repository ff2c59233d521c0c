"""First words that ask without a question mark."""

from __future__ import annotations

from ...cards.patterns import lazy

# What asks without a question mark. Only the first word of a line counts, and only in languages with spaces.
COMMAND = lazy(
    r"(?i:define|explain|describe|list|name|give|state|compare|discuss|outline|summari[sz]e|identify|distinguish|derive|prove|calculate|what|why|how|when|where|"
    r"which|who|erkläre|beschreibe|nenne|definiere|erläutere|begründe|"
    r"(?:erklären|beschreiben|nennen|definieren|erläutern|begründen) sie|was|wie|warum|wann|welche[rs]?|"
    r"définis(?:sez)?|explique[rz]?|"
    r"décri(?:[st]|vez)|cite[rz]?|nommez?|énumére[rz]|donne[rz]?|qu'est-ce|pourquoi|comment|define|explica|describ[ea]|enumer[ae]|nombr[ae]|mencion[ae]|qué|cómo|definisci|"
    r"spiega|descrivi|elenca|cos'è|perché|defina|explique|descreva|cite|definieer|"
    r"leg uit|beschrijf|noem|verklaar|geef|wat|waarom|"
    r"hoe|zdefiniuj|wyjaśnij|wymień|definuj|vysvětli|vyjmenuj|tanımla|açıkla|определите|объясните|назовите|"
    r"перечислите|что|почему|как)\b(?!:)"
    r"|(?i:solve|simplify|evaluate|differentiate|integrate|factori[sz]e|predict|show that|löse|vereinfache|leite ab|"
    r"résou(?:s|dre|dez)|simplifie[rz]?|dérive[rz]?|resuelv[ea]|simplifi(?:ca|que)|deriv[ae]|risolvi|semplifica|resolva)\b"
)
# What asks as well, where it is certain that an answer stands below: in an answer these words are steps.
TASK = lazy(
    r"(?i:predict|find|solve|write|compute|evaluate|determine|simplify|draw|sketch|complete|fill|choose|select|match|"
    r"guess|translate|convert|estimate|classify|show that|finden?|lösen?|schreiben?|berechnen?|bestimmen?|zeichnen?|"
    r"wählen?|ergänzen?|trouve[rz]?|calcule[rz]?|écri(?:s|vez)|résou(?:s|dre|dez)|encuentra|calcula|escribe|resuelve|"
    r"trova|calcola|scrivi|risolvi|encontre|escreva|bereken|bepaal|schrijf|oblicz|znajdź|napisz|найдите|вычислите|"
    r"решите|напишите)(?!\w)"
)


def asks_for_something(text: str) -> bool:
    """Whether a text begins as a question or a task does."""
    return bool(COMMAND.match(text) or TASK.match(text))
