package org.dorothydispatch.rules;

/** What a customer can state. Each kind has a class of its own that says when it is broken. */
public enum PreferenceKind {
    PERSON(new PersonRule(), GivesWay.PERSON),
    ONLY(new OnlyRule(), GivesWay.PERSON),
    NEVER(new NeverRule(), GivesWay.PERSON),
    FAMILIAR(new FamiliarRule(), GivesWay.PERSON),
    FACES(new FacesRule(), GivesWay.PERSON),
    WEEKDAYS(new WeekdaysRule(), GivesWay.DAY),
    WINDOW(new WindowRule(), GivesWay.TIME),
    NOT_DATES(new NotDatesRule(), GivesWay.DAY),
    LANGUAGE(new LanguageRule(), GivesWay.PERSON),
    SKILL(new SkillRule(), GivesWay.PERSON),
    STEADY_DAY(new SteadyDayRule(), GivesWay.DAY),
    STEADY_TIME(new SteadyTimeRule(), GivesWay.TIME),
    GAP(new GapRule(), GivesWay.DAY),
    ASK_FIRST(new AskFirstRule(), GivesWay.DAY),
    NOTICE(new NoticeRule(), GivesWay.NOTICE),
    REMEMBER(new RememberRule(), GivesWay.NOTICE);

    private final Rule<PreferenceFacts> rule;
    private final GivesWay about;

    PreferenceKind(Rule<PreferenceFacts> rule, GivesWay about) {
        this.rule = rule;
        this.about = about;
    }

    /** Which of the four things that may give way this is about. */
    public GivesWay about() {
        return about;
    }

    Rule<PreferenceFacts> rule() {
        return rule;
    }
}
