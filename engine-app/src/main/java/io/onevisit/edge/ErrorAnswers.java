package io.onevisit.edge;

import io.onevisit.problems.ProblemAnswer;
import io.onevisit.problems.Sentences;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says in one sentence what no controller could: refused by the firewall, thrown in a filter, unknown to everybody. */
@Controller
class ErrorAnswers implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    @RequestMapping("/error")
    void failed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = status(request);
        var reference = Numbered.of(request);
        if (status.is5xxServerError()) {
            var failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
            LOG.error("Request failed, reference {}", reference, failure);
            ProblemAnswer.write(response, status, "unforeseen", Sentences.unforeseen(reference), reference);
        } else {
            ProblemAnswer.write(response, status, "request-invalid", Sentences.of(status.value()), reference);
        }
    }

    /** Whoever asks for this address by themselves finds nothing here. */
    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
