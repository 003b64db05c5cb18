package io.onevisit.notices;

/** Asked by notices for what a case's message has to say; answered by the feature that knows the case. */
public interface Facts {

    /** @param caseNo empty where the notice concerns the whole application */
    Addressee of(String applicationNo, String caseNo);
}
