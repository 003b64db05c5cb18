package io.onevisit.identity;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.PlatformWork;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Posts posts;

    AdministrationController(Administration administration, Accounts accounts, Posts posts) {
        this.administration = administration;
        this.accounts = accounts;
        this.posts = posts;
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

    @PostMapping("/{username}/posts")
    @Noted(value = Verb.GIVE_POST, kind = Kind.ACCOUNT, number = "#username", why = "#wanted.inWords()")
    @ResponseStatus(HttpStatus.CREATED)
    void givePost(@PathVariable String username, @Validated @RequestBody Wanted wanted) {
        administration.givePost(username, wanted.from(posts.today()), me());
    }

    @DeleteMapping("/{username}/posts/{id}")
    @Noted(value = Verb.TAKE_POST, kind = Kind.ACCOUNT, number = "#username", why = "#result.words()")
    Taken takePost(@PathVariable String username, @PathVariable long id) {
        return new Taken(administration.takePost(username, id, me()).inWords());
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

    /** @param from today where it is not said */
    record Wanted(
            @NotEmpty Set<Role> roles,
            @Size(max = 50) String department,
            @NotNull @Pattern(regexp = "\\d{6,12}", message = "应为行政区划代码") String region,
            @Size(max = 30) String title,
            LocalDate from,
            LocalDate until) {
        Posts.Wanted from(LocalDate today) {
            return new Posts.Wanted(
                    roles,
                    department == null || department.isBlank() ? null : department,
                    region,
                    title == null ? "" : title.strip(),
                    from == null ? today : from,
                    until);
        }

        public String inWords() {
            return String.join(
                            " ",
                            Post.named(roles).toString(),
                            region,
                            Objects.requireNonNullElse(department, ""),
                            Objects.requireNonNullElse(title, ""),
                            from == null ? "" : "自 " + from,
                            until == null ? "" : "至 " + until)
                    .replaceAll(" +", " ")
                    .strip();
        }
    }

    /** @param words which post it was */
    record Taken(String words) {}
}
