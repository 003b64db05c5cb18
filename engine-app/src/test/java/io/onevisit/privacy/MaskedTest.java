package io.onevisit.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {

    @ParameterizedTest
    @CsvSource({
        "13812345678,138****5678",
        "138-1234-5678,138****5678",
        "073188881234,0731****1234",
        "01012345678,010****5678",
        "0311234567,031***4567",
        "8888123,888**23",
        "12345,*****",
    })
    void aNumberKeepsItsBeginningAndItsEnd(String phone, String shown) {
        assertThat(Masked.phone(phone)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "请打13812345678找我,请打138****5678找我",
        "请打138 1234 5678找我,请打138****5678找我",
        "证号43010219900307001X,证号430***********001X",
        "跑了3次，等了120分钟,跑了3次，等了120分钟",
    })
    void aTextKeepsItsWords(String text, String shown) {
        assertThat(Masked.numbersIn(text)).isEqualTo(shown);
    }

    @Test
    void aNameKeepsItsFirstCharacter() {
        assertThat(Masked.name("王五")).isEqualTo("王*");
        assertThat(Masked.name("欧阳小明")).isEqualTo("欧***");
        assertThat(Masked.name("李")).isEqualTo("李*");
        assertThat(Masked.name(null)).isEmpty();
    }
}
