package io.onevisit.cases;

import io.onevisit.processes.Groups;
import io.onevisit.processes.ItemHandling.Variables;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The variables by which the process of a case finds its way, from the platform's records. */
@Component
public class CaseRouting {

    /** The branch of the model that decides on the spot. */
    private static final String ON_PROMISE = "PROMISE";

    private final Applications applications;

    CaseRouting(Applications applications) {
        this.applications = applications;
    }

    /** What is known when the case is received. */
    Map<String, Object> ofReceived(CaseFile file) {
        return Map.of(
                Variables.DEPARTMENT, file.department(),
                Variables.HEAD_GROUP, Groups.ofHead(file.department()),
                Variables.HANDLING_MODE, file.onPromise() ? ON_PROMISE : file.mode(),
                Variables.ISSUES_LICENSE, file.resultLicense() != null,
                Variables.SUBSTANTIVE, file.substantive(),
                Variables.DEEMED_ACCEPTED, applications.isDeemedAccepted(file.applicationNo()));
    }

    /** All that a process needs which begins somewhere in the middle; whom it was given to is for others to say. */
    public Map<String, Object> midway(CaseFile file) {
        var variables = new HashMap<>(ofReceived(file));
        variables.put(Variables.APPLICATION_NO, file.applicationNo());
        variables.put(Variables.CASE_NO, file.caseNo());
        variables.put(Variables.CASE_ENDED, false);
        variables.put(Variables.MISSING_MATERIALS, 0);
        variables.put(Variables.PROCEDURE, "");
        variables.put(Variables.OUTCOME, file.decision() == null ? "" : file.decision());
        return variables;
    }

    /** How the process of an ended case told the one that called it; the empty text while it has not ended. */
    public static String outcome(CaseFile file) {
        if (!file.state().isEnd()) {
            return "";
        }
        if (file.state() == CaseState.CLOSED || file.state() == CaseState.DELIVERED) {
            return file.result() == CaseResult.DENIED ? "denied" : "granted";
        }
        return file.state().name().toLowerCase(Locale.ROOT);
    }
}
