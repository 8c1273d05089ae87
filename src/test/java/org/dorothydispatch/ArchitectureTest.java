package org.dorothydispatch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Service;

/** Keeps the picture of docs/architecture.md true. */
class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.dorothydispatch");

    @Test
    void modulesUseOnlyTheirAllowedNeighbours() {
        ApplicationModules.of(DorothyApplication.class).verify();
    }

    @Test
    void entitiesAndRepositoriesStayAtHome() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .areAssignableTo(Repository.class)
                .should()
                .bePackagePrivate()
                .check(OURS);
    }

    @Test
    void rulesKnowNeitherSpringNorADatabase() {
        noClasses()
                .that()
                .resideInAPackage("org.dorothydispatch.rules..")
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "jakarta..",
                        "java.sql..",
                        "javax.sql..",
                        "org.hibernate..",
                        "com.vaadin..")
                .check(OURS);
    }

    @Test
    void vaadinIsOnlyInScreens() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.dorothydispatch",
                        "org.dorothydispatch..ui..",
                        "org.dorothydispatch.shell..",
                        "org.dorothydispatch.uikit..",
                        "org.dorothydispatch.security..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.vaadin.."))
                .check(OURS);
    }

    @Test
    void nowComesFromTheClock() {
        for (var type : new Class<?>[] {
            Instant.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class
        }) {
            noClasses()
                    .should()
                    .callMethod(type, "now")
                    .orShould()
                    .callMethod(type, "now", java.time.ZoneId.class)
                    .because("\"now\" comes from the injected Clock, so that tests can stand still or travel")
                    .check(OURS);
        }
    }

    @Test
    void onlySpringMakesServices() {
        constructors()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Service.class)
                .should()
                .notBePublic()
                .check(OURS);
    }
}
