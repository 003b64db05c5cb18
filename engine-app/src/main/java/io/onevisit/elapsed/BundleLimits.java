package io.onevisit.elapsed;

import io.onevisit.bundles.Bundles;
import io.onevisit.bundles.CriticalPath;
import io.onevisit.cases.Application;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseMoved;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.problems.Problem;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The promised limit of a whole 一件事: the longest chain of its items in the order of its own process. It is shown to
 * people, and its clock runs for the leading department from the first acceptance until every case has ended.
 */
@Component
public class BundleLimits {

    private static final int HOURS_OF_A_DAY = 8;

    private final Applications applications;
    private final Cases cases;
    private final Bundles bundles;
    private final Clocks clocks;
    private final Clock time;

    BundleLimits(Applications applications, Cases cases, Bundles bundles, Clocks clocks, Clock time) {
        this.applications = applications;
        this.cases = cases;
        this.bundles = bundles;
        this.clocks = clocks;
        this.time = time;
    }

    /** Empty where the bundle's process is not known. */
    public Optional<BundleLimit> of(Application application, List<CaseFile> files) {
        return chain(application, files).map(chain -> {
            var names =
                    files.stream().collect(Collectors.toMap(CaseFile::itemVariable, CaseFile::itemName, (a, b) -> a));
            var items = chain.items().stream().map(names::get).toList();
            var key = Clocks.Key.of(application.applicationNo(), ClockKind.BUNDLE);
            var due = clocks.face(key, time.instant()).promisedDueAt();
            return new BundleLimit(due, chain.days(), items, text(chain.days(), items, files.size()));
        });
    }

    @EventListener
    void on(CaseMoved moved) {
        if (moved.to() != CaseState.ACCEPTED && !moved.to().isEnd()) return;
        var files = cases.ofApplication(moved.file().applicationNo());
        if (files.size() < 2) return;
        var application = applications.get(moved.file().applicationNo());
        var running = clocks.running(application.applicationNo(), ClockKind.BUNDLE);
        if (moved.to() == CaseState.ACCEPTED) {
            if (running.isEmpty()) start(application, files, moved);
        } else if (running.isPresent()
                && files.stream().allMatch(file -> file.state().isEnd())) {
            clocks.finish(running.get(), moved.at());
        }
    }

    private void start(Application application, List<CaseFile> files, CaseMoved moved) {
        var key = Clocks.Key.of(application.applicationNo(), ClockKind.BUNDLE);
        if (clocks.face(key, moved.at()).startedAt() != null) return;
        chain(application, files).ifPresent(chain -> {
            var lead = bundles.find(application.bundle(), application.edition()).leadDepartment();
            var terms = new Clocks.Terms(
                    chain.days(), 0, LimitUnit.WORKING_DAY, CountingRule.EXACT_TIME, application.region(), lead);
            clocks.startOnce(key, terms, moved.at()); // cases beside one another are accepted at the same moment
        });
    }

    private Optional<CriticalPath.Chain> chain(Application application, List<CaseFile> files) {
        try {
            var bundle = bundles.find(application.bundle(), application.edition());
            var days = new HashMap<String, Integer>();
            files.forEach(file -> days.put(file.itemVariable(), workingDays(file)));
            return bundles.files(bundle.key(), application.edition()).entrySet().stream()
                    .filter(file -> file.getKey().endsWith(bundle.process() + ".bpmn"))
                    .findFirst()
                    .map(file -> CriticalPath.of(file.getValue(), days));
        } catch (Problem unknown) {
            return Optional.empty();
        }
    }

    /** Hours are rounded up to days; calendar days count as they are, so that no limit is too short. */
    private static int workingDays(CaseFile file) {
        return LimitUnit.valueOf(file.unit()) == LimitUnit.HOUR
                ? (file.promised() + HOURS_OF_A_DAY - 1) / HOURS_OF_A_DAY
                : file.promised();
    }

    private static String text(int days, List<String> items, int all) {
        if (items.isEmpty()) return "所选事项当场办结。";
        if (items.size() == 1)
            return all == 1
                    ? "承诺 %d 个工作日办结。".formatted(days)
                    : "各事项同时办理，其中“%s”用时最长，承诺 %d 个工作日办结。".formatted(items.get(0), days);
        return "%s 须依次办理，合计 %d 个工作日；其他事项同时办理，不另外增加时间。".formatted(String.join(" → ", items), days);
    }
}
