"""What the fields of a card are called elsewhere: in the first line of a table, in JSON, in a script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from ...cards.patterns import lazy
from ..questions.labels import has_question_mark
from ..questions.vocabulary import folded

NOT_IN_NAME = lazy(r"[\W_]+")
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def _both_ways(names: Sequence[str]) -> tuple[str, ...]:
    """Names, and how they are spelled where only the letters of English are used: `réponse` is `reponse` in code."""
    spelled = (one for name in names for one in (name, name.translate(UMLAUTS), folded(name)))
    return tuple(dict.fromkeys(spelled))


# The first of the names that a record has is meant: `answer` beside `options` is the right one of them.
NAMES = {
    "question": (
        "front question q prompt questiontext stem statement term word cue text title concept fronttext side1 fronte"
        " frage vorderseite begriff vokabel wort aufgabe recto terme mot énoncé intitulé"
        " pregunta anverso término palabra enunciado"
        " domanda termine parola pergunta frente termo palavra vraag voorkant woord pytanie otázka fråga soru"
        " kanji hanzi вопрос термин слово питання 问题 問題 質問 正面 术语 单词 词语 単語 用語"
        " 질문 단어 سؤال שאלה सवाल प्रश्न"
    ),
    "answer": (
        "back answer a definition def response solution meaning translation description answertext backtext side2 value"
        " antwort rückseite definition bedeutung übersetzung lösung verso réponse définition signification traduction"
        " ans respuesta reverso definición significado traducción risposta retro definizione significato traduzione"
        " resposta verso definição significado tradução antwoord achterkant betekenis vertaling odpowiedź odpověď svar"
        " sens betydelse znaczenie anlam cevap ответ определение перевод відповідь"
        " tf istrue truefalse trueorfalse 答案 回答 答え 解答 背面 定义 定義 답 정답 답변 뜻 意思 意味 释义"
        " جواب إجابة תשובה जवाब उत्तर"
    ),
    "cloze": "cloze clozetext lückentext textwithblanks",
    "code": "code snippet codesnippet",
    "picture": "image img picture imageurl bild immagine imagen",
    "options": "options choices alternatives answers answeroptions possibleanswers opts optionen auswahl antworten"
    " opciones opzioni opções alternativas alternatieven réponses propositions choix respuestas risposte respostas"
    " antwoorden варианты 选项 選択肢 보기",
    "right": (
        "correct correctanswer correctanswers correctoption correctoptions correctindex correctindices correctchoice"
        " rightanswer answerindex correctansweindex correctanswerindex correctoptionindex answeridx rightindex"
        " solutionindex ans richtig richtigeantwort korrekt bonneréponse réponsecorrecte"
        " correcta respuestacorrecta correcto rispostacorretta corretta respostacorreta correta juistantwoord"
        " правильный answer a solution lösung"
    ),
    "wrong": "incorrectanswers wronganswers incorrectoptions wrongoptions distractors incorrect wrong falsch",
    "explanation": (
        "explanation explain rationale feedback reason reasoning extra backextra note notes comment comments details"
        " erklärung begründung anmerkung explication remarque explicación nota spiegazione explicação uitleg пояснение"
        " reading pinyin furigana ipa pronunciation aussprache beispielsatz examplesentence"
        " example examples beispiel exemple ejemplo esempio exemplo voorbeeld przykład příklad exempel örnek пример"
    ),
    "hint": "hint clue tip hinweis tipp indice pista suggerimento dica подсказка",
    "tags": (
        "tags tag keywords labels cat category categories topic topics subject schlagwörter kategorie thema étiquettes"
        " wortart partofspeech wordclass"
    ),
    "source": "source deck deckname lesson lecture chapter section reference ref quelle lektion kapitel leçon",
    "week": "week woche semaine semana settimana",
    "id": "id guid uid uuid cardid questionid",
    "reverse": "reverse reversed bidirectional",
}
WORDS = {meaning: _both_ways(names.split()) for meaning, names in NAMES.items()}
# Names that a menu or a list of places has as well: two of them make no card of an object.
WEAK = frozenset(["text", "title", "concept", "description", "value", "response"])
# What another program keeps for itself, and no reader of a note needs.
PRIVATE_NAMES = (
    "difficulty level type kind created createdat createdon updated updatedat modified ease easefactor easiness"
    " interval due duedate nextreview lastreviewed reviewed repetitions reps lapses box points score marks weight"
    " timelimit time number nr no index order position version author user userid deckid language lang known learned"
    " mastered starred status state count icon color colour stability retrievability"
)
EMPTY: tuple[object, ...] = (None, "", [], {})
PRIVATE = frozenset(PRIVATE_NAMES.split())


@cache
def bare(name: str) -> str:
    """A name as it is compared: `Correct_Answer` and `correctAnswer` are one."""
    return NOT_IN_NAME.sub("", name).casefold()


@cache
def meanings(name: str) -> frozenset[str]:
    """What a field of this name may be."""
    return frozenset(meaning for meaning, words in WORDS.items() if bare(name) in words)


OPTION = lazy(r"(?:option|choice|answer|antwort|opción|réponse)?[ _-]?(?P<label>[a-h]|\d)")
WRONG = lazy(r"(?:wrong|incorrect|false|distractor)[\s_-]?(?:answer|option|choice)?[\s_-]?(?:[a-h]|\d)")


def is_wrong_option(name: str) -> bool:
    """Whether a field of this name holds one of the wrong options: `wrong_answer_1`, `Distractor B`."""
    return bool(WRONG.fullmatch(name.strip().casefold()))


def option_label(name: str) -> str:
    """The letter or number of a field that holds one option, such as `Option A` or `answer_2`."""
    found = OPTION.fullmatch(name.strip().casefold())
    return found["label"] if found else ""


def values_of(record: Mapping[str, object], meaning: str) -> dict[str, object]:
    """The fields of a record that mean this, by their names."""
    return {name: record[name] for name in record if bare(name) in WORDS[meaning] and record[name] not in EMPTY}


def value_of(record: Mapping[str, object], meaning: str) -> tuple[str, object]:
    """Name and value of the field of a record that means this; None as the value where none does."""
    names = {bare(name): name for name, value in record.items() if value not in EMPTY}
    for word in WORDS[meaning]:
        if word in names:
            return names[word], record[names[word]]
    return "", None


def is_telling(record: Mapping[str, object]) -> bool:
    """Whether a record says that it is a card: by the names of its fields, or since it asks."""
    names = {bare(name) for meaning in ("question", "answer") if (name := value_of(record, meaning)[0])}
    asked = value_of(record, "question")[1]
    return bool(
        names - WEAK
        or value_of(record, "cloze")[0]
        or value_of(record, "right")[0]
        or (isinstance(asked, str) and has_question_mark(asked))
    )
