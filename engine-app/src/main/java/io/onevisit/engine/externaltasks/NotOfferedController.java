package io.onevisit.engine.externaltasks;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything else an official client may try: said plainly instead of a bare 404. */
@RestController
class NotOfferedController {

    @RequestMapping("/engine/**")
    ResponseEntity<Map<String, Object>> notOffered() {
        var sentence = "引擎接口只提供 fetchAndLock、complete、failure、bpmnError、extendLock 和 unlock；变量请随 complete 一并提交。";
        return EngineRequestAdvice.problem(HttpStatus.NOT_IMPLEMENTED, "RestException", sentence, sentence);
    }
}
