package io.onevisit.payments;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.identity.Accounts;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A payment order for its payer and for the officers around it; they register what a window took, and what was paid back. */
@RestController
@RequestMapping("/api/payment-orders")
class PaymentOrdersController {

    private final PaymentViews views;
    private final Payments payments;
    private final Refunds refunds;
    private final Accounts accounts;

    PaymentOrdersController(PaymentViews views, Payments payments, Refunds refunds, Accounts accounts) {
        this.views = views;
        this.payments = payments;
        this.refunds = refunds;
        this.accounts = accounts;
    }

    /** @param page the first is 1 */
    @GetMapping
    @Noted(value = Verb.LOOK_PAYMENT_ORDERS, kind = Kind.PAYMENT_ORDER)
    PaymentViews.Page list(
            @RequestParam(defaultValue = "OPEN") Pile pile,
            @RequestParam(defaultValue = "1") @Min(1) @Max(500) int page) {
        return views.list(pile, page, accounts.current());
    }

    @GetMapping("/{no}")
    @Noted(value = Verb.LOOK_PAYMENT_ORDER, kind = Kind.PAYMENT_ORDER, number = "#no", ofOfficers = true)
    PaymentViews.Shown one(@PathVariable String no) {
        return views.one(no, accounts.current());
    }

    /** @return what became of the money */
    @PostMapping("/{no}/payments")
    @Transactional
    @Noted(value = Verb.REGISTER_PAYMENT, kind = Kind.PAYMENT_ORDER, number = "#no")
    public Map<String, PaymentReceived> register(@PathVariable String no, @Validated @RequestBody Taken taken) {
        return Map.of(
                "status",
                payments.atWindow(no, taken.receiptNo().strip(), Yuan.cents(taken.amount()), accounts.current()));
    }

    /** Another officer of who collects the fee writes down that money was paid back. */
    @PostMapping("/{no}/refunds")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.REGISTER_REFUND, kind = Kind.PAYMENT_ORDER, number = "#no")
    void refund(@PathVariable String no, @Validated @RequestBody Back back) {
        refunds.register(no, back.payment(), back.voucherNo().strip(), accounts.current());
    }

    /** @param payment {@link Payment#id()} of one of the order's */
    record Back(
            @NotBlank(message = "请选择要退付的款项。") String payment,
            @NotBlank(message = "请填写退付凭证号码。") @Size(max = 64, message = "退付凭证号码不超过 64 个字。") String voucherNo) {}

    /** @param amount in yuan */
    record Taken(
            @NotBlank(message = "请填写票据号码。") @Size(max = 64, message = "票据号码不超过 64 个字。") String receiptNo,
            @NotBlank(message = "请填写实收金额。")
                    @Pattern(regexp = "\\d{1,9}(\\.\\d{1,2})?", message = "金额应为不超过两位小数的数字，例如 80.00。")
                    String amount) {}
}
