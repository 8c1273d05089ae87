package org.dorothydispatch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.router.Route;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dorothydispatch.uikit.DayFields;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Service;
import planted.PublicEntity;
import planted.ServiceWithBadHabits;
import planted.ViewWithHtml;
import planted.rules.RuleThatAsksTheDatabase;

/** Keeps the picture of docs/architecture.md true. Each rule is also shown a class that breaks it: a rule that cannot fail says nothing. */
class ArchitectureTest {

    private static final ArchRule ENTITIES_STAY_INSIDE = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAssignableTo(Repository.class)
            .should()
            .bePackagePrivate()
            .because("records and codes cross the border of a module, entities and repositories do not");

    private static final ArchRule ONLY_SPRING_MAKES_SERVICES = constructors()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Service.class)
            .should()
            .notBePublic()
            .because("a service made by hand has no transaction");

    private static final ArchRule VIEWS_STAY_INSIDE = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .should()
            .bePackagePrivate()
            .because("people reach a view by its address, code does not");

    /** Security names Vaadin's part of the filter chain; nothing of a screen. */
    private static final ArchRule VAADIN_IN_SCREENS_ONLY = noClasses()
            .that()
            .resideOutsideOfPackages("..ui..", "..shell..", "..uikit..")
            .and(not(name(DorothyApplication.class.getName())))
            .should()
            .dependOnClassesThat(
                    resideInAPackage("com.vaadin..").and(not(resideInAPackage("com.vaadin.flow.spring.security.."))))
            .because("services answer screens, REST and commands alike");

    private static final ArchRule RULES_ARE_PLAIN = noClasses()
            .that()
            .resideInAPackage("..rules..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "org.springframework..",
                            "jakarta..",
                            "java.sql..",
                            "javax.sql..",
                            "org.hibernate..",
                            "com.vaadin..")
                    // Module names on package-info are notes, not code.
                    .and(not(resideInAPackage("org.springframework.modulith"))))
            .because("the same rules run on the board, in the planner and from the command line");

    /** The two places a program begins: with Spring and without. */
    private static final ArchRule ONE_CLOCK = noClasses()
            .that(not(name(ClockConfiguration.class.getName())).and(not(name(Dorothy.class.getName()))))
            .should()
            .callMethodWhere(describe("the machine's clock is read", ArchitectureTest::readsTheMachinesClock))
            .because("tests stand still or travel in time; a java.time.Clock is injected");

    private static final ArchRule ONE_JSON = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("com.fasterxml.jackson.databind.."))
            .because("Spring Boot 4 speaks tools.jackson; the older one is on the path by accident");

    private static final ArchRule TEXT_IS_TEXT = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Html.class)
            .orShould()
            .dependOnClassesThat(resideInAPackage("com.vaadin.flow.component.markdown.."))
            .because("what a customer said must never become markup");

    private static final ArchRule DAYS_ARE_WRITTEN_ONE_WAY = noClasses()
            .that(not(name(DayFields.class.getName())))
            .should()
            .callConstructorWhere(target(owner(assignableTo(DatePicker.class))))
            .because("a field made elsewhere writes days as the browser's language does");

    private static JavaClasses program;

    @BeforeAll
    static void readTheProgram() {
        program = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(DorothyApplication.class.getPackageName());
    }

    @Test
    void modulesKeepToTheirNeighbours() {
        ApplicationModules.of(DorothyApplication.class).verify();
    }

    @ParameterizedTest
    @MethodSource("rulesAndTheirOffenders")
    void holdsEverywhere(ArchRule rule, Class<?> offender) {
        rule.check(program);
    }

    @ParameterizedTest
    @MethodSource("rulesAndTheirOffenders")
    void canFail(ArchRule rule, Class<?> offender) {
        var result = rule.evaluate(new ClassFileImporter().importClasses(offender));
        assertThat(result.hasViolation()).as(rule.getDescription()).isTrue();
    }

    /** Strings are invisible to ArchUnit; these two words never have a good use here. */
    @Test
    void nobodyWritesMarkupIntoThePage() throws IOException {
        for (var folder : List.of(Path.of("src/main/java"), Path.of("frontend/src"))) {
            try (var files = Files.walk(folder)) {
                assertThat(files.filter(Files::isRegularFile))
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(Files.readString(file))
                                .doesNotContainIgnoringCase("innerHTML")
                                .doesNotContainIgnoringCase("unsafeHTML"));
            }
        }
    }

    static Stream<Arguments> rulesAndTheirOffenders() {
        return Stream.of(
                Arguments.of(ENTITIES_STAY_INSIDE, PublicEntity.class),
                Arguments.of(ONLY_SPRING_MAKES_SERVICES, ServiceWithBadHabits.class),
                Arguments.of(VIEWS_STAY_INSIDE, ViewWithHtml.class),
                Arguments.of(VAADIN_IN_SCREENS_ONLY, ViewWithHtml.class),
                Arguments.of(RULES_ARE_PLAIN, RuleThatAsksTheDatabase.class),
                Arguments.of(ONE_CLOCK, ServiceWithBadHabits.class),
                Arguments.of(ONE_JSON, ServiceWithBadHabits.class),
                Arguments.of(TEXT_IS_TEXT, ViewWithHtml.class),
                Arguments.of(DAYS_ARE_WRITTEN_ONE_WAY, ViewWithHtml.class));
    }

    private static boolean readsTheMachinesClock(JavaCall<?> call) {
        var owner = call.getTargetOwner();
        var method = call.getTarget().getName();
        if (owner.isEquivalentTo(System.class)) {
            return method.equals("currentTimeMillis");
        }
        if (owner.isEquivalentTo(java.time.Clock.class)) {
            return method.startsWith("system");
        }
        if (owner.isEquivalentTo(java.util.Date.class)) {
            return method.equals("<init>")
                    && call.getTarget().getRawParameterTypes().isEmpty();
        }
        return owner.getPackageName().equals("java.time")
                && method.equals("now")
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
    }
}
