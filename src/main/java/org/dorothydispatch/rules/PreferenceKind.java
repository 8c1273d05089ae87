package org.dorothydispatch.rules;

import java.util.List;

/** What a customer can state. Each kind has a class of its own that says when it is broken. */
public enum PreferenceKind {
    PERSON(new PersonRule(), GivesWay.PERSON),
    ONLY(new OnlyRule(), GivesWay.PERSON, Part.TECHNICIANS),
    NEVER(new NeverRule(), GivesWay.PERSON, Part.TECHNICIANS),
    FAMILIAR(new FamiliarRule(), GivesWay.PERSON),
    FACES(new FacesRule(), GivesWay.PERSON, Part.NUMBER, Part.DAYS),
    WEEKDAYS(new WeekdaysRule(), GivesWay.DAY, Part.WEEKDAYS),
    WINDOW(new WindowRule(), GivesWay.TIME, Part.HOURS),
    NOT_DATES(new NotDatesRule(), GivesWay.DAY, Part.DATES),
    LANGUAGE(new LanguageRule(), GivesWay.PERSON, Part.LANGUAGE),
    SKILL(new SkillRule(), GivesWay.PERSON, Part.SKILL),
    STEADY_DAY(new SteadyDayRule(), GivesWay.DAY),
    STEADY_TIME(new SteadyTimeRule(), GivesWay.TIME, Part.NUMBER),
    GAP(new GapRule(), GivesWay.DAY, Part.NUMBER_OR_DAYS),
    ASK_FIRST(new AskFirstRule(), GivesWay.DAY),
    NOTICE(new NoticeRule(), GivesWay.NOTICE, Part.NUMBER),
    REMEMBER(new RememberRule(), GivesWay.NOTICE);

    private final Rule<PreferenceFacts> rule;
    private final GivesWay about;
    private final List<Part> needs;

    /** What a preference must say besides its kind; a preference without it could never be broken or never be kept. */
    public enum Part {
        TECHNICIANS,
        WEEKDAYS,
        /** One bound or both. */
        HOURS,
        /** One bound or both. */
        DATES,
        NUMBER,
        DAYS,
        NUMBER_OR_DAYS,
        LANGUAGE,
        SKILL
    }

    PreferenceKind(Rule<PreferenceFacts> rule, GivesWay about, Part... needs) {
        this.rule = rule;
        this.about = about;
        this.needs = List.of(needs);
    }

    /** What a preference of this kind must say. */
    public List<Part> needs() {
        return needs;
    }

    /** Which of the four things that may give way this is about. */
    public GivesWay about() {
        return about;
    }

    Rule<PreferenceFacts> rule() {
        return rule;
    }
}
