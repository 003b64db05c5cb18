package io.onevisit.demo;

/**
 * A family of the demonstration and how its story should go.
 *
 * @param username the mother's account
 * @param story one sentence for whoever watches
 * @param certificateHeld whether the paper certificate is there already and is uploaded
 * @param firstScanWrong whether the first upload shows somebody else's number
 * @param denied the item that its department refuses, empty where none is
 * @param ends the state in which the application has to end
 */
record Family(
        String username, String story, boolean certificateHeld, boolean firstScanWrong, String denied, String ends) {

    static final String DENIED_ITEM = "maternityBenefit";
    static final String REASON = "经核查，申请人在本市未连续参加生育保险满规定月数，不符合生育津贴支付条件。";
}
