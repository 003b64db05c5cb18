package io.onevisit.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource({
        "打13812345678找我,打＊＊＊找我",
        "打138 1234-5678找我,打＊＊＊找我",
        "身份证４３０１０２１９９００３０７００１２,身份证＊＊＊",
        "身份证43010219900307001X号,身份证＊＊＊号",
        "一三八一二三四五六七八,＊＊＊",
        "写信到 zhang.san@mail.example.cn 吧,写信到 ＊＊＊ 吧",
        "张小明来了三次,张某来了三次",
        "王建国主任态度好,王某主任态度好",
        "排队等了40分钟,排队等了40分钟",
        "三个窗口跑了两趟,三个窗口跑了两趟",
    })
    void whatPointsAtAPersonIsTakenOutTheRestStays(String said, String shown) {
        assertThat(PlainText.of(said, "张小明")).isEqualTo(shown);
    }
}
