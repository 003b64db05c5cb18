package io.onevisit.identity;

import io.onevisit.problems.Problem;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which posts nobody is given. The table refuses administrators with a second post too; here it is said in words. */
@Component
class PostRules {

    /** Those that decide for a department. */
    private static final Set<Role> OF_DEPARTMENTS = EnumSet.of(Role.APPROVER, Role.HEAD);

    private final JdbcClient sql;
    private final Posts posts;

    PostRules(JdbcClient sql, Posts posts) {
        this.sql = sql;
        this.posts = posts;
    }

    void refuseUnfit(String username, Posts.Wanted wanted) {
        refuseRoles(wanted.roles());
        refusePlace(wanted);
        if (wanted.until() != null
                && (wanted.until().isBefore(wanted.from()) || wanted.until().isBefore(posts.today()))) {
            throw Problem.invalid("post-period", "截止日期不能早于起始日期，也不能早于今天。").with("field", "until");
        }
        var others = posts.notOver(List.of(username)).getOrDefault(username, List.of()).stream()
                .filter(post -> together(post, wanted.from(), wanted.until()))
                .toList();
        if (!others.isEmpty()
                && (administrator(wanted.roles()) || others.stream().anyMatch(o -> administrator(o.roles())))) {
            throw threePeople();
        }
        if (others.stream().anyMatch(post -> same(post, wanted))) {
            throw Problem.conflict("post-there", "本人在这段时间里已有同一地区、部门和职责的岗位，无需重复授予。");
        }
    }

    private static void refuseRoles(Set<Role> roles) {
        if (roles.contains(Role.CITIZEN)) {
            throw Problem.invalid("roles-unfit", "工作人员账号不能兼作个人账号，请本人另行注册。");
        }
        if (administrator(roles) && roles.size() > 1) {
            throw threePeople();
        }
    }

    private void refusePlace(Posts.Wanted wanted) {
        if (!known("select exists (select from region where code = ?)", wanted.region())) {
            throw Problem.invalid("region-unknown", "没有这个行政区划，请重新选择。").with("field", "region");
        }
        if (wanted.department() == null) {
            if (wanted.roles().stream().anyMatch(OF_DEPARTMENTS::contains)) {
                throw Problem.invalid("department-missing", "审批人员、部门负责人的岗位须选择部门。")
                        .with("field", "department");
            }
        } else if (!known("select exists (select from department where code = ?)", wanted.department())) {
            throw Problem.invalid("department-unknown", "没有这个部门，请重新选择。").with("field", "department");
        }
    }

    private boolean known(String question, String code) {
        return sql.sql(question).param(code).query(Boolean.class).single();
    }

    private static boolean together(Post post, LocalDate from, LocalDate until) {
        return (post.until() == null || !post.until().isBefore(from))
                && (until == null || !until.isBefore(post.from()));
    }

    private static boolean same(Post post, Posts.Wanted wanted) {
        return post.roles().equals(wanted.roles())
                && post.region().equals(wanted.region())
                && Objects.equals(post.department(), wanted.department());
    }

    private static boolean administrator(Set<Role> roles) {
        return roles.stream().anyMatch(Role.ADMINISTRATORS::contains);
    }

    private static Problem threePeople() {
        return Problem.invalid("roles-unfit", "系统管理员、安全管理员、审计管理员须由三人分别担任，也不得兼任其他岗位。");
    }
}
