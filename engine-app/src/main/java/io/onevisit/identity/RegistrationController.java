package io.onevisit.identity;

import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For who is not signed in: an account of one's own, or a new password for it. No answer tells who has an account. */
@RestController
@RequestMapping("/api/account")
class RegistrationController {

    private static final String PHONE = "1[3-9]\\d{9}";
    private static final String PHONE_WRONG = "手机号应为 11 位数字";

    private final Codes codes;
    private final Registration registration;
    private final PasswordReset reset;

    RegistrationController(Codes codes, Registration registration, PasswordReset reset) {
        this.codes = codes;
        this.registration = registration;
        this.reset = reset;
    }

    @PostMapping("/codes")
    @Noted(Verb.ASK_CODE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Object> code(@Validated @RequestBody CodeWanted wanted, HttpServletRequest request) {
        var send = wanted.purpose() == Codes.Purpose.REGISTER || reset.possible(wanted.phone());
        var hint = codes.send(wanted.phone(), wanted.purpose(), Source.of(request), send);
        return Map.of("seconds", Codes.GOOD_FOR.toSeconds(), "hint", hint);
    }

    @PostMapping("/registration")
    @Noted(Verb.REGISTER)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void register(@Validated @RequestBody Wanted wanted) {
        registration.register(
                new Registration.Person(
                        wanted.name().strip(),
                        wanted.idNo().strip().toUpperCase(),
                        wanted.phone(),
                        wanted.region() == null ? "430000" : wanted.region()),
                wanted.code(),
                wanted.password());
    }

    @PostMapping("/password-reset")
    @Noted(Verb.RESET_PASSWORD)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@Validated @RequestBody NewPassword wanted) {
        reset.reset(wanted.phone(), wanted.code(), wanted.password());
    }

    record CodeWanted(
            @NotNull @Pattern(regexp = PHONE, message = PHONE_WRONG) String phone, @NotNull Codes.Purpose purpose) {}

    record Wanted(
            @NotBlank @Size(max = 50) String name,
            @NotBlank @Size(max = 20) String idNo,
            @NotNull @Pattern(regexp = PHONE, message = PHONE_WRONG) String phone,
            @Pattern(regexp = "\\d{6,12}") String region,
            @NotBlank @Size(max = 10) String code,
            @NotBlank @Size(max = 200) String password,
            @AssertTrue(message = "请先阅读并同意用户服务协议") boolean agreed) {}

    record NewPassword(
            @NotNull @Pattern(regexp = PHONE, message = PHONE_WRONG) String phone,
            @NotBlank @Size(max = 10) String code,
            @NotBlank @Size(max = 200) String password) {}
}
