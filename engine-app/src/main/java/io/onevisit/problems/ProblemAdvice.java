package io.onevisit.problems;

import io.onevisit.privacy.Masked;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns every failure of a request into problem+json; what was not foreseen is logged once, under the reference it tells. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> told(Problem problem) {
        var detail = ProblemDetail.forStatusAndDetail(problem.status(), Masked.personsIn(problem.getMessage()));
        detail.setTitle(Titles.of(problem.status()));
        detail.setProperty("code", problem.code());
        problem.extras().forEach(detail::setProperty);
        return ResponseEntity.status(problem.status()).body(detail);
    }

    /** The last resort: what happened goes to the log, the caller hears only the reference. */
    @ExceptionHandler
    ResponseEntity<Object> unforeseen(Exception failure) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        if (Collision.caused(failure)) {
            LOG.warn(
                    "A request was broken off by another one at the same moment, reference {}",
                    Reference.current(),
                    failure);
            return body(HttpStatus.CONFLICT, "collision", Collision.SENTENCE);
        }
        if (BodyTooLarge.caused(failure)) {
            return body(HttpStatus.PAYLOAD_TOO_LARGE, BodyTooLarge.CODE, Sentences.of(413));
        }
        if (Unstorable.caused(failure)) {
            return body(HttpStatus.UNPROCESSABLE_ENTITY, "text-unstorable", "填写的内容中有无法保存的字符，请删除后重试。");
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return null;
        }
        LOG.error("Request failed, reference {}", Reference.current(), failure);
        return body(HttpStatus.INTERNAL_SERVER_ERROR, "unforeseen", Sentences.unforeseen(Reference.current()));
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return body(HttpStatus.PAYLOAD_TOO_LARGE, "file-too-large", "文件超过 20 MB，请压缩或分次上传后重试。");
    }

    /** Too many parts, a header of a part that never ends, a body that is no multipart. */
    @ExceptionHandler
    ResponseEntity<Object> unreadableUpload(MultipartException failure) {
        return BodyTooLarge.caused(failure)
                ? body(HttpStatus.PAYLOAD_TOO_LARGE, BodyTooLarge.CODE, Sentences.of(413))
                : body(HttpStatus.BAD_REQUEST, "upload-unreadable", "上传的内容无法读取，请重新选择文件后再试。");
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return BodyTooLarge.caused(ex)
                ? body(HttpStatus.PAYLOAD_TOO_LARGE, BodyTooLarge.CODE, Sentences.of(413))
                : handleExceptionInternal(ex, null, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var fields = ex.getBindingResult().getFieldErrors().stream()
                .map(error -> error.getField() + "：" + (error.isBindingFailure() ? "格式不正确" : error.getDefaultMessage()))
                .collect(Collectors.joining("；"));
        return body(HttpStatus.UNPROCESSABLE_ENTITY, "fields-invalid", "填写有误：" + fields + "。");
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception ex, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError() && status.value() != HttpStatus.SERVICE_UNAVAILABLE.value()) {
            LOG.error("Request failed, reference {}", Reference.current(), ex);
        }
        var told = body(HttpStatus.valueOf(status.value()), "request-invalid", Sentences.of(status.value()));
        return ResponseEntity.status(status).headers(headers).body(told.getBody());
    }

    private static ResponseEntity<Object> body(HttpStatus status, String code, String sentence) {
        var detail = ProblemDetail.forStatusAndDetail(status, Masked.personsIn(sentence));
        detail.setTitle(Titles.of(status));
        detail.setProperty("code", code);
        return ResponseEntity.status(status).body(detail);
    }
}
