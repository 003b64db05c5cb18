package io.onevisit.hotline;

import io.onevisit.identity.Accounts;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The supervisor's view of work orders. */
@RestController
@RequestMapping("/api/cockpit/orders")
class OrdersCockpitController {

    private static final int DAYS = 30;
    private static final int PAGE = 20;

    private final OrderFigures figures;
    private final Accounts accounts;

    OrdersCockpitController(OrderFigures figures, Accounts accounts) {
        this.figures = figures;
        this.accounts = accounts;
    }

    @GetMapping
    OrderFigures.Figures figures(
            @RequestParam(required = false) LocalDate from, @RequestParam(required = false) LocalDate to) {
        return figures.figures(accounts.current(), from(from, to), to(to));
    }

    @GetMapping("/list")
    List<OrderFigures.Row> list(
            @RequestParam(defaultValue = "all") String which,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            @RequestParam(defaultValue = "0") int page) {
        return figures.list(accounts.current(), which, from(from, to), to(to), Math.max(page, 0), PAGE);
    }

    private LocalDate to(LocalDate to) {
        return to == null ? figures.today() : to;
    }

    private LocalDate from(LocalDate from, LocalDate to) {
        return from == null ? to(to).minusDays(DAYS) : from;
    }
}
