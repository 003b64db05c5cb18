package io.onevisit.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where a request comes from.
 *
 * @param address of the network; of IPv6 the first half, which one household has to itself
 * @param agent what the browser says it is
 * @param device what the browser's device cookie holds, empty without one
 */
record Source(String address, String agent, String device) {

    private static final int LONGEST_AGENT = 300;

    static Source of(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        return new Source(
                network(request.getRemoteAddr()),
                agent == null ? "" : agent.substring(0, Math.min(LONGEST_AGENT, agent.length())),
                KnownDevices.cookie(request));
    }

    static String network(String address) {
        if (address == null || !address.contains(":") || address.startsWith("0:0:0:0:0:0:0:1")) {
            return String.valueOf(address);
        }
        try {
            var whole = InetAddress.getByName(address).getAddress();
            var parts = new StringBuilder();
            for (var i = 0; i < 8; i += 2) {
                parts.append("%x:".formatted((whole[i] & 0xff) << 8 | whole[i + 1] & 0xff));
            }
            return parts + ":/64";
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
