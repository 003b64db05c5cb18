package io.onevisit.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.onevisit.PlatformTest;
import io.onevisit.problems.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class NumberSpacesTest {

    private static final Instant AT = Instant.parse("2031-05-05T04:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2031, 5, 5);

    @Autowired
    Numbers numbers;

    @Autowired
    FullNumbers fullNumbers;

    @Autowired
    HikariDataSource pool;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void nodesThatNumberTheSameDayNeverMeet() throws Exception {
        var node = new NumberBlocks(pool);
        var other = new Numbers(node);
        var seen = new HashSet<String>();
        Callable<List<String>> here = () -> draw(numbers, 900);
        Callable<List<String>> there = () -> draw(other, 900);
        var hands = Executors.newFixedThreadPool(4);
        try {
            for (var drawn : hands.invokeAll(List.of(here, there, here, there))) {
                for (var no : drawn.get()) {
                    assertThat(seen.add(no)).as("%s is given twice", no).isTrue();
                    assertThat(Numbers.isValid(no)).isTrue();
                }
            }
        } finally {
            hands.shutdown();
            node.close();
        }
        assertThat(seen).hasSize(3600).allMatch(no -> no.startsWith("43990120310505"));
    }

    @Test
    void theLastNumbersOfADayAreGivenAndThenNoneTwice() {
        var space = new NumberBlocks.Space('W', "439902", DAY);
        sql.sql("insert into number_space (kind, region, day, next) values ('W', '439902', ?, ?)")
                .params(DAY, Numbers.CAPACITY - NumberBlocks.BLOCK)
                .update();
        var last = IntStream.range(0, NumberBlocks.BLOCK)
                .mapToObj(n -> numbers.next('W', space.region(), AT))
                .toList();

        assertThat(last).doesNotHaveDuplicates().hasSize(NumberBlocks.BLOCK);
        assertThatThrownBy(() -> numbers.next('W', space.region(), AT))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("用完");
        assertThat(numbers.next('R', space.region(), AT)).startsWith("R439902");
        assertThat(numbers.next('W', space.region(), AT.plusSeconds(86_400))).startsWith("W43990220310506");
    }

    @Test
    void aSubmissionThatIsUndoneNeitherLocksNorRepeatsNumbers() {
        var undone = new HashSet<String>();
        transaction.executeWithoutResult(status -> {
            undone.addAll(draw(numbers, NumberBlocks.BLOCK + 1));
            status.setRollbackOnly();
        });
        assertThat(draw(numbers, NumberBlocks.BLOCK + 1)).doesNotContainAnyElementsOf(undone);
    }

    @Test
    void aFullNumberNamesItsItemAndGoesBackToTheNumber() {
        var no = numbers.nextCase("439903", AT);
        var full = fullNumbers.of(no, "430000-numbers-test");

        assertThat(full).startsWith(no + "-").hasSize(no.length() + 6);
        assertThat(fullNumbers.of(no, "430000-numbers-test")).isEqualTo(full);
        assertThat(fullNumbers.of(no, "430000-numbers-other")).isNotEqualTo(full);
        assertThat(FullNumbers.number(full)).contains(no);
        assertThat(FullNumbers.number(no)).contains(no);
        assertThat(fullNumbers.subject(full)).contains("430000-numbers-test");
        assertThat(fullNumbers.subject(no)).isEmpty();
        var broken = full.substring(0, full.length() - 1) + (full.endsWith("0") ? "1" : "0");
        assertThat(FullNumbers.number(broken)).isEmpty();
    }

    private static List<String> draw(Numbers numbers, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> numbers.nextCase("439901", AT))
                .toList();
    }
}
