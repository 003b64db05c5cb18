package io.onevisit.identity;

import io.onevisit.engine.DataFolder;
import io.onevisit.engine.OwnFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A new installation has its three administrators; their first passwords lie in a file only its operator can read. */
@Component
@Order(30)
class FirstAdministrators implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrators.class);
    private static final String FILE = "first-administrators.txt";
    private static final Map<String, Role> FIRST = new TreeMap<>(Map.of(
            "admin.system", Role.SYSTEM_ADMIN,
            "admin.security", Role.SECURITY_ADMIN,
            "auditor", Role.AUDITOR));
    private static final Map<Role, String> NAMES = Map.of(
            Role.SYSTEM_ADMIN, "系统管理员",
            Role.SECURITY_ADMIN, "安全管理员",
            Role.AUDITOR, "审计管理员");

    private final JdbcClient sql;
    private final Passwords passwords;
    private final Posts posts;
    private final DataFolder data;

    FirstAdministrators(JdbcClient sql, Passwords passwords, Posts posts, DataFolder data) {
        this.sql = sql;
        this.passwords = passwords;
        this.posts = posts;
        this.data = data;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) throws IOException {
        var text = new StringBuilder();
        FIRST.forEach((username, role) -> {
            if (!held(role)) {
                text.append(opened(username, role));
            }
        });
        var file = data.resolve(FILE);
        if (!text.isEmpty() && !Files.exists(file)) {
            OwnFile.write(file, "首次登录须修改密码，登录后请删除本文件。\n" + text);
            LOG.warn("The first administrators' passwords are in {}: sign in, change them, delete the file", file);
        }
    }

    private boolean held(Role role) {
        return sql.sql(
                        "select exists (select from post where ? = any (roles) and taken_at is null and coalesce(until_day, 'infinity') >= ?)")
                .params(role.name(), posts.today())
                .query(Boolean.class)
                .single();
    }

    private String opened(String username, Role role) {
        var password = Secrets.password();
        var opened = sql.sql(
                        """
                        insert into account (username, name, password, roles, region, kind, level, password_temporary)
                        values (?, ?, ?, '{}', '430000', 'STAFF', 4, true) on conflict do nothing""")
                .params(username, NAMES.get(role), passwords.hashed(password))
                .update();
        if (opened == 0) {
            return "";
        }
        posts.add(username, new Posts.Wanted(Set.of(role), null, "430000", "", posts.today(), null), null);
        return "%s  %s\n".formatted(username, password);
    }
}
