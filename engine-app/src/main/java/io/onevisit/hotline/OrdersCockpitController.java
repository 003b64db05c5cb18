package io.onevisit.hotline;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.cases.Cases;
import io.onevisit.cases.JournalEntry;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.problems.Problem;
import io.onevisit.ratings.Span;
import io.onevisit.reach.Reach;
import io.onevisit.tasks.Subject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The supervisor's view of work orders. */
@RestController
@RequestMapping("/api/cockpit/orders")
class OrdersCockpitController {

    private static final int PAGE = 20;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final OrderFigures figures;
    private final OrderStore store;
    private final OrderSubject subject;
    private final CallersCases calls;
    private final Cases cases;
    private final Accounts accounts;
    private final Clock time;

    OrdersCockpitController(
            OrderFigures figures,
            OrderStore store,
            OrderSubject subject,
            CallersCases calls,
            Cases cases,
            Accounts accounts,
            Clock time) {
        this.figures = figures;
        this.store = store;
        this.subject = subject;
        this.calls = calls;
        this.cases = cases;
        this.accounts = accounts;
        this.time = time;
    }

    @GetMapping
    OrderFigures.Figures figures(Days days) {
        return figures.figures(accounts.current(), span(days));
    }

    @GetMapping("/list")
    List<OrderFigures.Row> list(
            Days days, @RequestParam(defaultValue = "all") String which, @RequestParam(defaultValue = "0") int page) {
        return figures.list(accounts.current(), which, span(days), Span.page(page), PAGE);
    }

    /** Calls in which an agent looked at cases and registered no order. */
    @GetMapping("/looked-only")
    List<CallersCases.Abandoned> lookedOnly(Days days, @RequestParam(defaultValue = "0") int page) {
        var span = span(days);
        return calls.abandoned(Reach.of(accounts.current()), span.start(), span.end(), PAGE, Span.page(page) * PAGE);
    }

    /** One order as those who handle it see it, its caller masked; of a call without order its looks. */
    @GetMapping("/{no}")
    @Noted(value = Verb.LOOK_VOICES, kind = Kind.ORDER, number = "#no")
    Whole one(@PathVariable String no) {
        var supervisor = accounts.current();
        if (!supervisor.is(Role.SUPERVISOR)) {
            throw Problem.forbidden("supervisors-only", "工单的办理记录由监察人员查看。");
        }
        var order = store.find(no).filter(found -> Reach.of(supervisor).holds(found.region()));
        if (order.isPresent()) {
            var about = subject.about(no);
            return new Whole(
                    no,
                    about.title(),
                    order.get().state().label(),
                    order.get().caseNo(),
                    about.facts(),
                    cases.journal(no));
        }
        if (calls.isOf(no, Reach.of(supervisor))) {
            return new Whole(no, "查而未登记的来电", "未登记", null, List.of(), cases.journal(no));
        }
        throw Problem.notFound("order-unknown", "没有找到这张工单。");
    }

    private Span span(Days days) {
        return Span.scanned(days.from(), days.to(), LocalDate.ofInstant(time.instant(), CHINA));
    }

    /** From the first to the last day; without them the last thirty. */
    record Days(@DateTimeFormat(iso = ISO.DATE) LocalDate from, @DateTimeFormat(iso = ISO.DATE) LocalDate to) {}

    record Whole(
            String no,
            String title,
            String stateLabel,
            String caseNo,
            List<Subject.Fact> facts,
            List<JournalEntry> timeline) {}
}
