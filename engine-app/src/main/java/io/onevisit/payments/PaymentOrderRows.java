package io.onevisit.payments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.catalogue.Fee;
import io.onevisit.problems.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payment orders in the database, and what officers assessed for them. */
@Component
class PaymentOrderRows {

    private static final TypeReference<List<Fee>> FEES = new TypeReference<>() {};

    private final JdbcClient sql;
    private final ObjectMapper json;

    PaymentOrderRows(JdbcClient sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** @return false where this special procedure has its order already */
    boolean insert(PaymentOrder order) {
        return sql.sql(
                                """
                        insert into payment_order (no, case_no, application_no, procedure, item_name, department, region, payer, cents,
                            fees, online, issued_at, until, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?) on conflict (case_no, procedure) do nothing""")
                        .params(
                                order.no(),
                                order.caseNo(),
                                order.applicationNo(),
                                order.procedure(),
                                order.itemName(),
                                order.department(),
                                order.region(),
                                order.payer(),
                                order.cents(),
                                written(order.fees()),
                                order.online(),
                                Timestamp.from(order.issuedAt()),
                                Timestamp.from(order.until()),
                                order.state().name())
                        .update()
                == 1;
    }

    Optional<PaymentOrder> find(String no) {
        return one("no = ?", no);
    }

    /** A 404 problem where there is none. */
    PaymentOrder get(String no) {
        return find(no).orElseThrow(PaymentOrderRows::unknown);
    }

    /** Nobody else changes it until the transaction ends. */
    PaymentOrder lock(String no) {
        return one("no = ? for update", no).orElseThrow(PaymentOrderRows::unknown);
    }

    Optional<PaymentOrder> lockOpen(String caseNo) {
        return one("case_no = ? and state = 'OPEN' for update", caseNo);
    }

    /** The one that is open or was last. */
    Optional<PaymentOrder> ofCase(String caseNo) {
        return one("case_no = ? order by procedure desc limit 1", caseNo);
    }

    List<PaymentOrder> ofApplication(String applicationNo) {
        return sql.sql("select * from payment_order where application_no = ? order by issued_at, no")
                .param(applicationNo)
                .query(this::order)
                .list();
    }

    /** Those of a pile that whoever asks may see. */
    List<PaymentOrder> list(Pile pile, int skip, int most) {
        return sql.sql("select o.* from payment_order o where " + pile.condition + " order by " + pile.order
                        + " limit ? offset ?")
                .params(most, skip)
                .query(this::order)
                .list();
    }

    /** How many a pile has, {@code most} at most. */
    int count(Pile pile, int most) {
        return sql.sql("select count(*) from (select from payment_order o where " + pile.condition
                        + " limit ?) counted")
                .param(most)
                .query(Integer.class)
                .single();
    }

    void settle(String no, PaymentOrder.State state, Instant at) {
        sql.sql("update payment_order set state = ?, settled_at = ? where no = ?")
                .params(state.name(), Timestamp.from(at), no)
                .update();
    }

    /** The clock it may be paid as long as got another end. */
    void redate(String caseNo, int procedure, Instant until) {
        sql.sql("update payment_order set until = ? where case_no = ? and procedure = ? and state = 'OPEN'")
                .params(Timestamp.from(until), caseNo, procedure)
                .update();
    }

    void assess(String caseNo, int procedure, Fee fee, String by, Instant at) {
        sql.sql(
                        """
                        insert into fee_assessment (case_no, procedure, name, cents, basis, assessed_by, assessed_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(caseNo, procedure, fee.name(), fee.cents(), fee.basis(), by, Timestamp.from(at))
                .update();
    }

    List<Fee> assessed(String caseNo, int procedure) {
        return sql.sql("select name, cents, basis from fee_assessment where case_no = ? and procedure = ?")
                .params(caseNo, procedure)
                .query(Fee.class)
                .list();
    }

    private Optional<PaymentOrder> one(String where, String number) {
        return sql.sql("select * from payment_order where " + where)
                .param(number)
                .query(this::order)
                .optional();
    }

    private PaymentOrder order(ResultSet row, int n) throws SQLException {
        return new PaymentOrder(
                row.getString("no"),
                row.getString("case_no"),
                row.getString("application_no"),
                row.getInt("procedure"),
                row.getString("item_name"),
                row.getString("department"),
                row.getString("region"),
                row.getString("payer"),
                row.getLong("cents"),
                read(row.getString("fees")),
                row.getBoolean("online"),
                row.getTimestamp("issued_at").toInstant(),
                row.getTimestamp("until").toInstant(),
                PaymentOrder.State.valueOf(row.getString("state")),
                row.getTimestamp("settled_at") == null
                        ? null
                        : row.getTimestamp("settled_at").toInstant());
    }

    private String written(List<Fee> fees) {
        try {
            return json.writeValueAsString(fees);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Fee> read(String fees) {
        try {
            return json.readValue(fees, FEES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Problem unknown() {
        return Problem.notFound("payment-order-unknown", "没有找到这份缴款通知书，请核对编号。");
    }
}
