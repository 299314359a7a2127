"""Plain words that people type, and the topic they mean. English and Arabic; folded when read."""

from kith.directory.folding import words_of
from kith.directory.terms import Topic

PLAIN_WORDS: dict[Topic, str] = {
    Topic.HOUSING: """
        housing|somewhere to live|place to live|home|homeless|homelessness|rent|eviction|shelter
        place to stay|landlord|سكن|مسكن|بيت|مأوى|إيجار|مشرد
    """,
    Topic.FOOD: """
        food|food bank|food pantry|pantry|meal|meals|groceries|hungry|soup kitchen|something to eat
        طعام|غذاء|أكل|وجبة|وجبات|بنك الطعام|جائع
    """,
    Topic.TALK: """
        someone to talk to|talk to someone|talking|counselling|counseling|therapy|therapist|mental health
        feeling low|depressed|depression|anxiety|anxious|listening
        شخص أتحدث إليه|التحدث|استشارة|علاج نفسي|الصحة النفسية|اكتئاب|قلق
    """,
    Topic.CRISIS: """
        crisis|crisis line|suicide|suicidal|in danger|emergency help|أزمة|انتحار|خطر|طوارئ
    """,
    Topic.MONEY: """
        money|debt|debts|benefits|bills|welfare|cash help|مال|ديون|دين|إعانة|إعانات|فواتير
    """,
    Topic.WORK: """
        work|job|jobs|employment|training|cv|looking for work|عمل|وظيفة|وظائف|توظيف|تدريب
    """,
    Topic.LEARNING: """
        learning|english class|english classes|language class|course|school|study|homework
        تعلم|دورة|مدرسة|دراسة|دروس|دروس لغة
    """,
    Topic.HEALTH: """
        health|doctor|nurse|clinic|medicine|dentist|صحة|طبيب|عيادة|دواء|أسنان
    """,
    Topic.LEGAL: """
        legal|legal aid|legal advice|law|lawyer|solicitor|court|my rights
        قانون|محامي|محكمة|استشارة قانونية|حقوق
    """,
    Topic.FAMILY: """
        family|children|parents|parenting|childcare|baby|kids|أسرة|عائلة|أطفال|والدين|طفل|حضانة
    """,
    Topic.COMPANY: """
        company|friends|lonely|loneliness|meeting people|group|social club|isolated
        صحبة|أصدقاء|وحدة|وحيد|مجموعة
    """,
    Topic.FAITH: """
        faith|church|mosque|temple|prayer|imam|priest|synagogue|إيمان|مسجد|كنيسة|صلاة|إمام
    """,
    Topic.SAFETY_AT_HOME: """
        domestic violence|domestic abuse|abuse|abused|violent partner|safe at home|refuge|hurt at home
        عنف أسري|العنف المنزلي|إساءة|زوج عنيف
    """,
    Topic.SEXUAL_HEALTH: """
        sexual health|contraception|hiv|sti|std|pregnancy test|sexual assault|rape
        صحة جنسية|منع الحمل|اغتصاب
    """,
    Topic.IMMIGRATION: """
        immigration|asylum|refugee|refugees|visa|papers|undocumented|deportation
        هجرة|لجوء|لاجئ|لاجئين|تأشيرة|أوراق
    """,
    Topic.ADDICTION: """
        addiction|alcohol|drinking|drugs|drug use|recovery|sober|gambling|substance use
        إدمان|كحول|مخدرات|قمار|تعافي
    """,
    Topic.LGBT: """
        lgbt|lgbtq|gay|lesbian|bisexual|trans|transgender|queer|مثلي|مثلية|متحول جنسيا
    """,
}
_STOP_TEXT = """
    a an the to for with of in at on and or my me i we our need want help some someone something near
    please who can could is are am looking find get having has have
    you your he his she her they them it its this that there when where what how do does did will would should
    if so be been was were got just up down off out too very into from by as about all any
    im ive dont try trying
    في من على إلى و أو عن مع أريد أحتاج مساعدة أنا هذا هذه الذي التي أين كيف هل
    de la el los las lo un una unos para por que da dan hay con en y o donde puedo puede mi mis su
    necesito busco quiero del al le les des du au aux et ou pour avec dans je cherche besoin ai une
    ah iyo ku waa ka и і в у на для з та де
"""
STOP_WORDS = frozenset(words_of(_STOP_TEXT))


def _phrases() -> dict[tuple[str, ...], Topic]:
    return {
        tuple(words_of(phrase)): topic
        for topic, texts in PLAIN_WORDS.items()
        for phrase in texts.strip().replace("\n", "|").split("|")
    }


TOPIC_OF_PHRASE = _phrases()
LONGEST_PHRASE = max(map(len, TOPIC_OF_PHRASE))


def topics_in(words: list[str]) -> tuple[frozenset[Topic], list[str]]:
    """The topics that folded `words` name, the longest phrase first, and the words that are left over."""
    topics: set[Topic] = set()
    left: list[str] = []
    at = 0
    while at < len(words):
        length, topic = _longest_at(words, at)
        if topic is None:
            left.append(words[at])
        else:
            topics.add(topic)
        at += length
    return frozenset(topics), left


def _longest_at(words: list[str], at: int) -> tuple[int, Topic | None]:
    for length in range(min(LONGEST_PHRASE, len(words) - at), 0, -1):
        topic = TOPIC_OF_PHRASE.get(tuple(words[at : at + length]))
        if topic is not None:
            return length, topic
    return 1, None
