package io.onevisit;

import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import io.onevisit.identity.Account;
import io.onevisit.identity.AccountKind;
import io.onevisit.identity.Role;
import io.onevisit.vault.Column;
import io.onevisit.vault.TestVault;
import io.onevisit.vault.Vault;
import io.onevisit.vault.Vault.Kind;
import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People for tests, each new: nobody shares anything with another test's people. */
public record People(JdbcClient sql) {

    private static final Vault VAULT = TestVault.ofThePlatform();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    public Account citizen() {
        var n = COUNT.incrementAndGet();
        return add(new Account(
                "citizen." + n,
                "测试" + n,
                Set.of(Role.CITIZEN),
                null,
                "430102",
                idNo("430102" + LocalDate.of(1990, 1, 1).plusDays(n / 1000).format(BASIC_ISO_DATE), n),
                "13900000000"));
    }

    public Account officer(Role role, String department, String region) {
        var n = COUNT.incrementAndGet();
        return add(new Account("officer." + n, "办事员" + n, Set.of(role), department, region, null, null));
    }

    /** A valid identity number with this beginning of 14 digits. */
    public static String idNo(String beginning, int sequence) {
        var body = beginning + "%03d".formatted(sequence % 1000);
        var sum = 0;
        for (var i = 0; i < 17; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    /** Signs a request in, with a valid CSRF token. */
    public static RequestPostProcessor as(Account account) {
        var authorities = account.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        var token = UsernamePasswordAuthenticationToken.authenticated(account, null, authorities);
        return request -> csrf().postProcessRequest(authentication(token).postProcessRequest(request));
    }

    /** What a page of ours sends: the cookie's token again as a header. Spring's own helper would exchange the repository. */
    public static RequestPostProcessor csrf() {
        return request -> {
            request.setCookies(new Cookie("XSRF-TOKEN", "token-of-tests"));
            request.addHeader("X-XSRF-TOKEN", "token-of-tests");
            return request;
        };
    }

    private Account add(Account account) {
        sql.sql(
                        """
                        insert into account
                            (username, name, password, roles, department, region, id_no, id_no_key, phone, phone_key, kind, level)
                        values (?, ?, '{noop}x', ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        account.username(),
                        account.name(),
                        account.kind() == AccountKind.STAFF ? new String[0] : roles(account.roles()),
                        account.department(),
                        account.region(),
                        VAULT.seal(Column.ACCOUNT_ID_NO, account.username(), account.idNo()),
                        VAULT.key(Kind.ID_NO, account.idNo()),
                        VAULT.seal(Column.ACCOUNT_PHONE, account.username(), account.phone()),
                        VAULT.key(Kind.PHONE, account.phone()),
                        account.kind().name(),
                        account.level())
                .update();
        if (account.kind() == AccountKind.STAFF) {
            post(account.username(), account.roles(), account.department(), account.region());
        }
        return account;
    }

    /** Gives an officer a post, beside those they have. */
    public long post(String username, Set<Role> roles, String department, String region) {
        return sql.sql(
                        """
                        insert into post (username, roles, department, region, from_day) values (?, ?, ?, ?, '2020-01-01') returning id""")
                .params(username, roles(roles), department, region)
                .query(Long.class)
                .single();
    }

    private static String[] roles(Set<Role> roles) {
        return roles.stream().map(Enum::name).toArray(String[]::new);
    }
}
