package io.onevisit.edge;

import io.onevisit.problems.ProblemAnswer;
import io.onevisit.problems.Reference;
import io.onevisit.problems.Sentences;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpStatus;

/** Answers for the container itself, which refuses a broken request line or header before any of us sees it. */
public final class ContainerErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        var code = response.getStatus();
        if (code < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var status = HttpStatus.resolve(code);
        var reference = Numbered.of(request.getRequest());
        try {
            response.setHeader(Reference.HEADER, reference);
            new AnswerHeaders("").writeHeaders(request.getRequest(), response.getResponse());
            ProblemAnswer.write(
                    response.getResponse(),
                    status == null ? HttpStatus.BAD_REQUEST : status,
                    "request-refused",
                    Sentences.of(code),
                    reference);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("Answer could not be written", e);
        }
    }
}
