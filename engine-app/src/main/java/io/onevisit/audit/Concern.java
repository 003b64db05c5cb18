package io.onevisit.audit;

import java.util.Optional;

/** Tells whose matter something is, by its number; a bean per kind, asked after the act. */
public interface Concern {

    Kind kind();

    Optional<About> about(String number);

    /**
     * @param applicationNo the application it belongs to, empty where none
     * @param caseNo the case it belongs to, empty where none
     * @param detail what it is called, without personal data
     * @param person whose it is, masked
     */
    record About(String applicationNo, String caseNo, String detail, String person) {}
}
