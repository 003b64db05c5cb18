package io.onevisit.ratings;

import io.onevisit.problems.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What may be ticked on a channel, in the edition that is in force. */
@Component
class Labels {

    private final JdbcClient sql;
    private final Clock time;

    Labels(JdbcClient sql, Clock time) {
        this.sql = sql;
        this.time = time;
    }

    List<Label> of(RatingChannel channel) {
        return sql.sql(
                        """
                        select edition, code, label, bad from rating_label
                        where channel = :channel and edition = (
                            select max(edition) from rating_label where channel = :channel and valid_from <= :now)
                        order by position""")
                .param("channel", channel.code())
                .param("now", Timestamp.from(time.instant()))
                .query(Label.class)
                .list();
    }

    /** The edition that these ticks belong to; a 422 where one of them is not offered for this level. */
    int check(RatingChannel channel, RatingLevel level, List<String> ticked) {
        var offered = of(channel);
        for (var code : ticked) {
            if (offered.stream().noneMatch(label -> label.code().equals(code) && label.bad() == level.bad())) {
                throw Problem.invalid("label-unknown", "评价标签已更新，请重新选择。").with("field", "labels");
            }
        }
        return offered.isEmpty() ? 0 : offered.get(0).edition();
    }

    /** The words of a rating's ticks, in the edition they were ticked in. */
    List<String> words(Rating rating) {
        return words(rating.channel(), rating.labelsEdition(), rating.labels());
    }

    List<String> words(RatingChannel channel, int edition, List<String> ticked) {
        if (ticked.isEmpty()) {
            return List.of();
        }
        Map<String, String> words = sql
                .sql("select code, label from rating_label where channel = ? and edition = ?")
                .params(channel.code(), edition)
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return ticked.stream().map(code -> words.getOrDefault(code, code)).toList();
    }

    record Label(int edition, String code, String label, boolean bad) {}
}
