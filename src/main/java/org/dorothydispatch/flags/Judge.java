package org.dorothydispatch.flags;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.dorothydispatch.rules.Answer;
import org.dorothydispatch.rules.Checks;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.Level;
import org.dorothydispatch.rules.Lights;
import org.dorothydispatch.rules.Now;
import org.dorothydispatch.rules.PreferenceFacts;
import org.dorothydispatch.rules.PreferenceKind;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.rules.VisitStatus;
import org.dorothydispatch.rules.World;
import org.dorothydispatch.travel.TravelTimes;

/** Asks the checks about a visit and sums up what is to be kept. */
final class Judge {

    /** The width of the columns that hold a few words. */
    private static final int FEW_WORDS = 200;

    private final Checks checks;

    Judge(TravelTimes travel) {
        this.checks = new Checks(travel);
    }

    Checks checks() {
        return checks;
    }

    /** The judgement of a planned or confirmed visit with a day and a person; none for any other. */
    Optional<Judgement> judge(World world, VisitFacts visit, Instant now) {
        var there = visit.assignment();
        if (there.status() == VisitStatus.DONE || !there.judgeable()) {
            return Optional.empty();
        }
        var flags = checks.check(world, visit, Now.at(now));
        var lights = Lights.of(flags);
        return Optional.of(new Judgement(
                visit.code(),
                flags.stream().map(FlagRow::of).toList(),
                lights.customer(),
                lights.company(),
                promisesDue(visit),
                (int) flags.stream().filter(Judge::promiseBroken).count(),
                Lights.deciding(flags)
                        .map(flag -> fewWords(flag.shortMessage()))
                        .orElse(null),
                Signs.of(flags, checks.knowsTechnician(world, visit, Now.at(now))),
                checks.nextChange(world, visit, now).orElse(null)));
    }

    /** The promises that bind the visit on its day, whether it keeps them or not. */
    private static int promisesDue(VisitFacts visit) {
        var date = visit.assignment().date();
        return (int) visit.customer().preferences().stream()
                .filter(wish -> wish.answer() == Answer.PROMISED && binds(wish, date))
                .count();
    }

    /** Something to keep or to break on that day; what is only to be remembered is neither. */
    static boolean binds(PreferenceFacts wish, LocalDate date) {
        return wish.kind() != PreferenceKind.REMEMBER && wish.appliesOn(date);
    }

    private static boolean promiseBroken(Flag flag) {
        return flag.broken() && flag.level() == Level.PROMISED;
    }

    static String fewWords(String text) {
        return text.length() <= FEW_WORDS ? text : text.substring(0, FEW_WORDS - 1) + "…";
    }
}
