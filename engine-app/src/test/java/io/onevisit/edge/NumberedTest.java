package io.onevisit.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.catalina.Globals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class NumberedTest {

    @Test
    void aTrustedForwardersNumberIsKept() {
        assertThat(numbered("nginx-4f1d2c3b4a59", true)).isEqualTo("nginx-4f1d2c3b4a59");
    }

    @Test
    void nobodyElseNumbersOurRequests() {
        assertThat(numbered("nginx-4f1d2c3b4a59", false)).matches("[A-Z0-9]{12}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "with space here",
                "<script>alert(1)</script>",
                "中文编号编号编号",
                "a\r\nb: cdefgh",
                "${jndi:ldap://x/y}"
            })
    void whatIsNoNumberIsReplaced(String given) {
        assertThat(numbered(given, true)).matches("[A-Z0-9]{12}");
    }

    @Test
    void anOverlongOneIsReplaced() {
        assertThat(numbered("a".repeat(65), true)).hasSize(12);
    }

    @Test
    void theLogKnowsItOnlyWhileTheRequestLasts() throws Exception {
        var seen = new String[1];
        var answer = new MockHttpServletResponse();
        new Numbered().doFilter(new MockHttpServletRequest(), answer, new MockFilterChain() {
            @Override
            public void doFilter(jakarta.servlet.ServletRequest request, jakarta.servlet.ServletResponse response) {
                seen[0] = MDC.get("reference");
            }
        });

        assertThat(seen[0]).isEqualTo(answer.getHeader("X-Request-Id")).isNotBlank();
        assertThat(MDC.get("reference")).isNull();
    }

    private static String numbered(String given, boolean forwarded) {
        var request = new MockHttpServletRequest();
        request.addHeader("X-Request-Id", given);
        request.setAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE, forwarded);
        return Numbered.of(request);
    }
}
