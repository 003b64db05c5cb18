package io.onevisit.halls;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.PlatformWork;
import io.onevisit.identity.Accounts;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 大厅设置: for supervisors and operators, the halls of their region. */
@RestController
@RequestMapping("/api/hall-book")
class HallBookController {

    private final Accounts accounts;
    private final HallBook book;

    HallBookController(Accounts accounts, HallBook book) {
        this.accounts = accounts;
        this.book = book;
    }

    @PlatformWork("大厅和窗口的设置，不涉及个人；只列登录人地区内的")
    @GetMapping
    List<HallBook.Kept> all() {
        return book.of(accounts.current());
    }

    @PutMapping("/{code}")
    @Noted(value = Verb.CHANGE_HALL, kind = Kind.HALL, number = "#code")
    HallBook.Kept keep(@PathVariable String code, @RequestBody HallBook.Wanted wanted) {
        return book.keep(accounts.current(), code, wanted);
    }
}
