package io.onevisit.identity;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.PlatformWork;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Officers' accounts; which of the administrators may do what stands in {@link SecurityConfiguration}. */
@PlatformWork("三员按分工管理全部工作人员账号，看不到个人账号")
@RestController
@RequestMapping("/api/accounts")
class AdministrationController {

    private final Administration administration;
    private final Accounts accounts;

    AdministrationController(Administration administration, Accounts accounts) {
        this.administration = administration;
        this.accounts = accounts;
    }

    @GetMapping
    @Noted(value = Verb.LOOK_ACCOUNTS, kind = Kind.ACCOUNT)
    List<Administration.Line> staff(@RequestParam(defaultValue = "") String q) {
        return administration.staff(q.strip());
    }

    @PostMapping
    @Noted(value = Verb.OPEN_ACCOUNT, kind = Kind.ACCOUNT, number = "#officer.username()")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> open(@Validated @RequestBody Officer officer) {
        return Map.of(
                "password",
                administration.open(
                        officer.username(),
                        officer.name().strip(),
                        officer.idNo().strip().toUpperCase(),
                        officer.department(),
                        officer.region()));
    }

    @PostMapping("/{username}/password")
    @Noted(value = Verb.GIVE_PASSWORD, kind = Kind.ACCOUNT, number = "#username")
    Map<String, String> newPassword(@PathVariable String username) {
        return Map.of("password", administration.newPassword(username, me()));
    }

    /** The number of an officer whose account was opened without one. */
    @PutMapping("/{username}/id-no")
    @Noted(value = Verb.TELL_ID_NO, kind = Kind.ACCOUNT, number = "#username")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tellIdNo(@PathVariable String username, @Validated @RequestBody Told told) {
        administration.tellIdNo(username, told.idNo().strip().toUpperCase(), me());
    }

    record Told(@NotBlank @Size(max = 18) String idNo) {}

    @PutMapping("/{username}/enabled")
    @Noted(
            value = Verb.CLOSE_ACCOUNT,
            kind = Kind.ACCOUNT,
            number = "#username",
            why = "#enabled.enabled() ? '启用' : '停用'")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enable(@PathVariable String username, @Validated @RequestBody Enabled enabled) {
        administration.enable(username, enabled.enabled(), me());
    }

    @PutMapping("/{username}/roles")
    @Noted(value = Verb.GIVE_ROLES, kind = Kind.ACCOUNT, number = "#username", why = "#roles.roles().toString()")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void grant(@PathVariable String username, @Validated @RequestBody Roles roles) {
        administration.grant(username, roles.roles(), me());
    }

    @DeleteMapping("/{username}/second-factor")
    @Noted(value = Verb.REMOVE_SECOND_FACTOR, kind = Kind.ACCOUNT, number = "#username")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSecondFactor(@PathVariable String username) {
        administration.removeSecondFactor(username, me());
    }

    private String me() {
        return accounts.current().username();
    }

    record Officer(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9.-]{1,48}[a-z0-9]", message = "由小写字母开头，可含数字、点和连字符") String username,
            @NotBlank @Size(max = 50) String name,
            @NotBlank @Size(max = 18) String idNo,
            @Size(max = 50) String department,
            @NotNull @Pattern(regexp = "\\d{6,12}", message = "应为行政区划代码") String region) {}

    record Enabled(@NotNull Boolean enabled) {}

    record Roles(@NotNull Set<Role> roles) {}
}
