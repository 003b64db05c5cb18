package io.onevisit.supervision;

/** A post whose holders are told of cards, whoever they are at the time. */
enum Post {
    APPROVER("承办人"),
    HEAD("部门负责人"),
    SUPERVISOR("监察人员");

    final String label;

    Post(String label) {
        this.label = label;
    }
}
