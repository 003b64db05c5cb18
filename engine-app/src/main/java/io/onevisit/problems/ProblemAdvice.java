package io.onevisit.problems;

import java.util.UUID;
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
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every failure of a request into problem+json; what was not foreseen is logged once, under the reference it tells. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> told(Problem problem) {
        var detail = ProblemDetail.forStatusAndDetail(problem.status(), problem.getMessage());
        detail.setTitle(title(problem.status()));
        detail.setProperty("code", problem.code());
        problem.extras().forEach(detail::setProperty);
        return ResponseEntity.status(problem.status()).body(detail);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unforeseen(RuntimeException failure) {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        if (Collision.caused(failure)) {
            LOG.warn("A request was broken off by another one at the same moment", failure);
            return told(Problem.conflict("collision", Collision.SENTENCE));
        }
        var reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Request failed, reference {}", reference, failure);
        var detail = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "系统出现异常，您填写的内容没有丢失，请稍后重试。如需帮助，请告知查询编号 " + reference + "。");
        detail.setTitle("系统异常");
        detail.setProperty("code", "unforeseen");
        detail.setProperty("reference", reference);
        return ResponseEntity.internalServerError().body(detail);
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return body(HttpStatus.PAYLOAD_TOO_LARGE, "file-too-large", "文件超过 20 MB，请压缩或分次上传后重试。");
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
        var sentence =
                switch (status.value()) {
                    case 400 -> "请求的内容无法读取，请检查格式后重试。";
                    case 404 -> "没有找到您要的内容。";
                    case 405 -> "此地址不支持这种操作。";
                    case 406, 415 -> "不支持这种内容格式。";
                    default -> "请求无法处理。";
                };
        return body(HttpStatus.valueOf(status.value()), "request-invalid", sentence);
    }

    private static ResponseEntity<Object> body(HttpStatus status, String code, String sentence) {
        var detail = ProblemDetail.forStatusAndDetail(status, sentence);
        detail.setTitle(title(status));
        detail.setProperty("code", code);
        return ResponseEntity.status(status).body(detail);
    }

    private static String title(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "未找到";
            case CONFLICT -> "状态已变化";
            case UNPROCESSABLE_ENTITY -> "内容有误";
            case FORBIDDEN -> "没有权限";
            case UNAUTHORIZED -> "请先登录";
            case PAYLOAD_TOO_LARGE -> "文件过大";
            default -> "请求未完成";
        };
    }
}
