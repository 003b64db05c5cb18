package io.onevisit.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * {@code ./onevisit demo --all [bundle …]}: the scenarios of every bundle over the public API, all at once, and a table of
 * how they ended. Ends with 0 only if each did as its file says.
 *
 * <p>A bundle's scenarios are {@code processes/<bundle>/demo.yaml}:
 *
 * <pre>{@code
 * scenarios:
 *   - name: 不予许可                     # what the table calls it
 *     applicant: chen.jing              # user name of demo/people.yaml
 *     company: 91430102MADEMA019C       # on whose behalf, by demo/companies.yaml; leave out: for oneself
 *     region: '430102'                  # leave out: the applicant's own
 *     answers: {certificateHeld: true, childBirthDate: '{today-20}', bankAccount: '6222{digits:12}'}
 *     items: [birthRegistration]        # variables; leave out or all: whatever the situation offers
 *     consents: all                     # kinds of license; leave out or all: whichever the form asks for
 *     uploads: [birth-certificate]      # keys of materials, a page is drawn; leave out: each compulsory one that no license stands for
 *     unreadable: [birth-certificate]   # those of them whose pages are blank at first
 *     deferred: []                      # keys of materials that come later (容缺受理)
 *     commitments: []                   # variables of items decided on a promise (告知承诺)
 *     acts:                             # what officers do with their tasks
 *       - {task: 部门审查决定, item: maternityBenefit, by: approver.insurance, answers: {outcome: deny, opinion: 不符合条件}}
 *     objections:                       # who objects to the public notice about an item
 *       - {item: simpleDeregistration, by: li.na, text: 该企业拖欠货款}
 *     parties: {seller: zhao.min}       # who answers when a second person's agreement is asked for: they agree
 *     refuses: [seller]                 # those of them who do not
 *     unpaid: [transferRegistration]    # variables of items whose fees the applicant does not pay; all others are paid
 *     leave: [secondReview]             # tasks that nobody does
 *     ends: PARTLY_CLOSED               # CLOSED where left out; IN_PROGRESS: once results are reached and all acts done
 *     results: {maternityBenefit: 不予许可}  # label of result or state; an item that is not named ends 办结 or 出证办结
 * }</pre>
 *
 * <p>An act is for the first task that bears its key or Chinese name (and its item); each act is done once, so a task that
 * comes twice takes the second act the second time. {@code by} left out: whoever has the task. What an act does not answer
 * is filled in: an opinion, and what the form requires, with its first choice. A task without an act is answered that way by
 * {@code clerk}, {@code approver.<department>}, {@code approver.<department>2} or {@code head.<department>}: it is granted.
 * An act whose task never comes is skipped, and the table says so. Supplements are answered by the applicant with everything asked for.
 * Departments that a case is pushed to are simulated: a word of {@link Behaviour} (〔不予办理〕) in an answer that is asked
 * by the item makes them refuse. In answers {@link Wording} fills in days and digits.
 */
final class EveryBundle {

    private static final Duration ROUND = Duration.ofSeconds(1);

    private EveryBundle() {}

    /** @param wanted keys of bundles; empty: all */
    static boolean run(URI platform, List<String> wanted) {
        var staff = new Staff(platform);
        var papers = new SamplePaper();
        var wording = new Wording(LocalDate.now(), new Random());
        var courses = new ArrayList<Course>();
        var silent = new ArrayList<String>();
        for (var bundle : published(staff)) {
            if (!wanted.isEmpty() && !wanted.contains(bundle)) {
                continue;
            }
            var scenarios = scenarios(bundle);
            if (scenarios.isEmpty()) {
                silent.add(bundle);
            }
            for (var scenario : scenarios) {
                courses.add(new Course(bundle, scenario, staff, papers, wording));
            }
        }
        courses.forEach(EveryBundle::apply);
        follow(courses, staff);
        Screen.line("");
        Screen.table(
                List.of("", "一件事", "情形", "事项", "结果", "时限", "秒", "是否如预期"),
                courses.stream().map(Course::row).toList());
        silent.forEach(bundle -> Screen.line("✗ %s 没有 demo.yaml".formatted(bundle)));
        return silent.isEmpty()
                && !courses.isEmpty()
                && courses.stream().allMatch(course -> course.faults().isEmpty());
    }

    private static List<String> published(Staff staff) {
        var keys = new ArrayList<String>();
        for (JsonNode bundle : staff.person("clerk").get("/api/bundles")) {
            keys.add(bundle.path("key").asText());
        }
        return keys;
    }

    static List<Scenario> scenarios(String bundle) {
        return files().getOrDefault(bundle, List.of());
    }

    /** What the release carries, by bundle. */
    private static TreeMap<String, List<Scenario>> files() {
        var files = new TreeMap<String, List<Scenario>>();
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*/demo.yaml")) {
                var path = file.getURL().getPath().split("/");
                files.putIfAbsent(path[path.length - 2], Scenario.read(file.getInputStream()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static void apply(Course course) {
        try {
            course.apply();
        } catch (Person.Declined e) {
            course.gaveUp(e);
        }
    }

    private static void follow(List<Course> courses, Staff staff) {
        var latest = Instant.now().plus(Settings.demoPatience());
        var officers = new TaskHands(staff, courses);
        while (Instant.now().isBefore(latest) && !courses.stream().allMatch(Course::ended)) {
            courses.stream().filter(course -> !course.ended()).forEach(EveryBundle::look);
            officers.work();
            Demo.pause(ROUND);
        }
    }

    private static void look(Course course) {
        try {
            course.look();
        } catch (Person.Declined e) {
            course.gaveUp(e);
        }
    }
}
