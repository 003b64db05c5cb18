package io.onevisit.workers.notices;

import io.onevisit.processes.Topics;
import io.onevisit.workers.Platform;
import io.onevisit.workers.Refused;
import io.onevisit.workers.Retry;
import io.onevisit.workers.Work;
import io.onevisit.workers.Worker;
import java.util.Map;
import org.camunda.bpm.client.task.ExternalTask;
import org.springframework.stereotype.Component;

/** Leaves a message in the applicant's inbox, once per task however often the task is tried. */
@Component
class NotifyApplicant extends Worker {

    private final Platform platform;

    NotifyApplicant(Platform platform, Retry retry) {
        super(Topics.NOTIFY_APPLICANT, retry);
        this.platform = platform;
    }

    @Override
    protected Map<String, Object> work(ExternalTask task) {
        String notice = task.getVariable("notice");
        if (notice == null) {
            throw new Refused("模型没有说明要通知什么：“%s”缺少输入参数 notice".formatted(task.getActivityId()));
        }
        var key = "%s:%s:%s".formatted(task.getBusinessKey(), notice, task.getId());
        platform.notice(new Platform.Notice(key, Work.applicationNo(task), Work.caseNo(task), notice));
        return Map.of();
    }
}
