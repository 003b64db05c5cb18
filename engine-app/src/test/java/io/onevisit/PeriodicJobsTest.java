package io.onevisit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.annotation.Scheduled;

/** Two nodes share a database: what runs periodically names the lock that one of them takes. */
class PeriodicJobsTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.onevisit");

    @Test
    void eachIsDoneByOneNodeAtATime() {
        methods()
                .that()
                .areAnnotatedWith(Scheduled.class)
                .should()
                .beAnnotatedWith(SchedulerLock.class)
                .andShould()
                .haveRawReturnType(void.class)
                .because("several servers may run, and what a skipped job would answer nobody knows")
                .check(classes);
    }

    @Test
    void noTwoWaitForEachOther() {
        var names = classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(SchedulerLock.class))
                .map(method -> method.getAnnotationOfType(SchedulerLock.class).name())
                .toList();

        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }
}
