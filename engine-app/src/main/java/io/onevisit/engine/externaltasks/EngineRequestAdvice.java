package io.onevisit.engine.externaltasks;

import io.onevisit.problems.Collision;
import io.onevisit.problems.Reference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers workers with a problem that also carries the {@code type} and {@code message} the clients look for. */
@RestControllerAdvice(assignableTypes = {ExternalTaskController.class, NotOfferedController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class EngineRequestAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(EngineRequestAdvice.class);

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unknown(NotFoundException gone) {
        return problem(HttpStatus.NOT_FOUND, "RestException", "任务不存在：它已完成，或流程已经结束。", gone.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> notYours(BadUserRequestException refused) {
        return problem(HttpStatus.BAD_REQUEST, "BadUserRequestException", "任务不由此处理程序锁定，或请求有误。", refused.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(WorkerRequestRefused refused) {
        return problem(HttpStatus.BAD_REQUEST, "InvalidRequestException", refused.getMessage(), refused.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException unreadable) {
        return problem(HttpStatus.BAD_REQUEST, "InvalidRequestException", "请求不是有效的 JSON。", "unreadable request");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> racing(OptimisticLockingException racing) {
        return problem(HttpStatus.CONFLICT, "OptimisticLockingException", "任务同时被另一处修改，请稍后重试。", racing.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> failed(ProcessEngineException failure) {
        if (Collision.caused(failure)) {
            return problem(HttpStatus.CONFLICT, "OptimisticLockingException", Collision.SENTENCE, Collision.SENTENCE);
        }
        LOG.error("Request of a worker failed, reference {}", Reference.current(), failure);
        var sentence = "流程无法继续，任务将在锁到期后重试。原因见服务器日志，查询编号 " + Reference.current() + "。";
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "ProcessEngineException", sentence, sentence);
    }

    static ResponseEntity<Map<String, Object>> problem(HttpStatus status, String type, String detail, String message) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type);
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("detail", detail);
        body.put("message", message);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
