"""Words that may mean danger now, language by language: whoever types them sees the crisis line first.

Too many alarms do little harm here, one too few may: the words are wide. Nothing of it is kept or sent.
"""

from dataclasses import dataclass

from kith.directory.folding import words_of


@dataclass(frozen=True, slots=True)
class DangerWords:
    """The phrases of one language, folded when read. `reviewed_by`: who checked them; empty: nobody yet."""

    phrases: str
    reviewed_by: str = ""


DANGER_WORDS: dict[str, DangerWords] = {
    "en": DangerWords(
        """
        suicide|suicidal|suicide help|kill myself|killing myself|end my life|end it all|take my life
        want to die|wanna die|better off dead|no reason to live|not want to live|dont want to live
        cant go on|self harm|self harming|hurt myself|hurting myself|cut myself|cutting myself|overdose
        overdosed|took pills|taken pills|took too many|kill me|killing me|will kill|hits me|hit me
        hitting me|beats me|beat me|beating me|hurts me|hurting me|strangled|strangling|choked me
        choking me|rape|raped|attacked me|threatens me|threatening me|threatened me|afraid of my
        scared of my|in danger|not safe|unsafe|emergency|crisis|hearing voices|going to hurt
        being followed|trafficked|forced marriage|domestic violence|domestic abuse|child abuse
        being abused
        """
    ),
    "ar": DangerWords(
        """
        انتحار|الانتحار|أنتحر|أقتل نفسي|قتل نفسي|أريد أن أموت|أريد الموت|أنهي حياتي|إنهاء حياتي
        لا أريد أن أعيش|أؤذي نفسي|إيذاء النفس|إيذاء نفسي|جرعة زائدة|يضربني|تضربني|ضربني|يؤذيني|يهددني
        هددني|سيقتلني|يقتلني|يخنقني|اغتصاب|اغتصبني|في خطر|خطر|لست آمنة|لست آمنا|غير آمن|طوارئ|أزمة
        عنف أسري|العنف المنزلي|زواج قسري|سأقتل نفسي|أفكر في الانتحار|لا فائدة من حياتي|أجرح نفسي|أقطع نفسي
        ابتلعت حبوبا|تناولت حبوبا كثيرة|زوجي يضربني|يريد قتلي|سيقتلني زوجي|أخاف من زوجي|خائفة من زوجي
        خائف منه|هاجمني|أسمع أصواتا|يلاحقني|يتبعني|الاتجار بالبشر|زواج بالإكراه|إساءة للأطفال|يضرب أطفالي
        إساءة معاملة الأطفال
        """
    ),
    "es": DangerWords(
        """
        suicidio|suicidarme|matarme|quiero morir|quitarme la vida|acabar con mi vida|no quiero vivir
        hacerme daño|autolesion|autolesiones|cortarme|sobredosis|me pega|me golpea|me maltrata|me amenaza
        me va a matar|violencia domestica|violencia de genero|violacion|me violo|en peligro|peligro
        no estoy segura|no estoy seguro|emergencia|crisis|oigo voces|suicida|suicidarse|me voy a matar
        me quiero morir|me quiero matar|quiero matarme|ganas de morir|no quiero seguir viviendo
        no puedo mas|estaria mejor muerto|estaria mejor muerta|cortarme las venas|lastimarme|me corto
        me tome pastillas|tome pastillas|tome muchas pastillas|me pegan|me golpean|mi marido me pega
        me ahorca|me estrangula|me ataco|me quiere matar|va a matarme|matar a mi|tengo miedo de mi
        miedo a mi marido|me persigue|me siguen|escucho voces|oir voces|trata de personas
        me obligan a casarme|matrimonio forzado|matrimonio forzoso|violencia machista|violencia familiar
        violencia en casa|me violaron|violada|abuso sexual|abuso infantil|abusan de mi|abusa de mi
        pega a mis hijos|maltrato infantil|maltrato
        """
    ),
    "fr": DangerWords(
        """
        suicide|suicidaire|me suicider|me tuer|envie de mourir|je veux mourir|mettre fin a mes jours
        plus envie de vivre|me faire du mal|automutilation|me couper|overdose|surdose|il me frappe
        elle me frappe|me frappe|me bat|me menace|va me tuer|violence conjugale|violences conjugales|viol
        violee|en danger|danger|pas en securite|urgence|crise|mariage force|suicider|envie de me tuer
        je vais me tuer|envie den finir|en finir avec la vie|je veux en finir|je nen peux plus
        plus la force de vivre|je ne veux plus vivre|veux plus vivre|mourir|me mutiler|me scarifier
        me taillader|avale des medicaments|pris des medicaments|trop de medicaments|me frappent
        mon mari me frappe|me tape|il metrangle|metrangle|ma etranglee|ma agresse|ma agressee|veut me tuer
        peur de mon mari|peur de mon conjoint|peur de mon pere|peur de lui|on me suit|il me suit|me suit
        me harcele|jentends des voix|entends des voix|traite des etres humains|marier de force
        mariee de force|violence domestique|violences domestiques|ma violee|ma viole|ete violee|ete viole
        agression sexuelle|enfant battu|maltraitance|frappe mes enfants|abus sexuel|abus sexuels|inceste
        """
    ),
    "so": DangerWords(
        """
        isdil|is dil|is dilid|ismiidaamin|is miidaamin|isdilid|naftayda gooyo|waxaan rabaa inaan dhinto
        inaan dhinto|i garaaca|i garaacaa|i dila|i dilaa|i dili doona|ii hanjabaa|kufsi|la i kufsaday
        khatar|qatar|halis|degdeg|xaalad degdeg ah|badqab ma lihi|waan isdilayaa|inaan isdilo
        waan is dilayaa|inaan is dilo|nolosha waan ka daalay|ma doonayo inaan noolaado
        inaan noolaado ma rabo|isdhaawac|is dhaawac|inaan isdhaawaco|inaan is jaro|is jaro|kiniin badan
        daawo badan ayaan cunay|wuu i garaacaa|way i garaacdaa|wuu i dilaa|i garaacay|wuu i dili doonaa
        inuu i dilo|i dilayaa|wuu i ceejiyay|i ceejiyay|wuu ii hanjabay|ii hanjabayaa|i weeraray
        waan ka baqayaa|ka baqayaa ninkayga|la i kufsado|i kufsaday|codad ayaan maqlaa|codad baan maqlaa
        la i daba socdaa|i daba socda|tahriib|ka ganacsiga dadka|guur qasab ah|guur khasab ah|qasab guur
        rabshadaha guriga|rabshad guri|xadgudub|xadgudubka carruurta|tacaddi|ilmaha la garaaco|gudniin
        """
    ),
    "uk": DangerWords(
        """
        самогубство|суїцид|вбити себе|покінчити з собою|покінчити з життям|хочу померти|не хочу жити
        порізати себе|різати себе|нашкодити собі|передозування|бє мене|мене бє|мене бють|погрожує мені
        вбє мене|душить мене|домашнє насильство|насильство|згвалтування|згвалтували|у небезпеці|небезпека
        в небезпеці|криза|екстрено|примусовий шлюб|самогубства|суїциду|вбю себе|убити себе
        накласти на себе руки|хочу вмерти|хочу вбити себе|не хочу більше жити|не можу більше
        немає сенсу жити|нема сенсу жити|поріжу себе|ріжу себе|самоушкодження|завдати собі шкоди
        наковтався таблеток|наковталася таблеток|випила таблетки|випив таблетки|багато таблеток|чоловік бє
        побив мене|побили мене|мене побили|душив мене|мене душить|хоче мене вбити|він мене вбє|убє мене
        погрожує|погрожують|боюся чоловіка|боюсь чоловіка|боюся за своє життя|напав на мене|на мене напали
        зґвалтування|зґвалтували|зґвалтував|згвалтував|чую голоси|мене переслідують|переслідує мене
        мене переслідує|торгівля людьми|насильство в сімї|насильства|жорстоке поводження|бє дитину
        бє дітей|насильство над дітьми|примусити до шлюбу|змушують вийти заміж|рятуйте
        """
    ),
}


def is_danger(words: str) -> bool:
    """True if the words, in any of the languages, may mean that somebody is in danger."""
    typed = words_of(words)
    return any(
        tuple(typed[at : at + length]) in DANGER_PHRASES
        for length in range(1, LONGEST_PHRASE + 1)
        for at in range(len(typed) - length + 1)
    )


def _phrases() -> frozenset[tuple[str, ...]]:
    lines = (line for one in DANGER_WORDS.values() for line in one.phrases.split("\n"))
    return frozenset(
        tuple(words_of(phrase)) for line in lines for phrase in line.split("|") if words_of(phrase)
    )


DANGER_PHRASES = _phrases()
LONGEST_PHRASE = max(map(len, DANGER_PHRASES))
