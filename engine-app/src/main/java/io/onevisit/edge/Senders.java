package io.onevisit.edge;

import io.onevisit.identity.Account;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who sends a request, as far as budgets tell them apart. */
final class Senders {

    private static final int LONGEST_NAME = 60;

    private Senders() {}

    /**
     * The network address, as the container knows it: a forwarder's word counts only from those on the list. A home has
     * a whole IPv6 network of 64 bits, so that is one sender.
     */
    static String address(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        if (address == null || address.indexOf(':') < 0) {
            return String.valueOf(address);
        }
        try {
            var parsed = InetAddress.getByName(address); // a literal: nothing is looked up
            return parsed instanceof Inet6Address ? network(parsed.getAddress()) : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private static String network(byte[] address) {
        var text = new StringBuilder();
        for (var i = 0; i < 8; i += 2) {
            text.append("%02x%02x:".formatted(address[i], address[i + 1]));
        }
        return text + ":/64";
    }

    /** The signed-in person, nobody before a sign-in. */
    static Optional<String> person() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        return Optional.of(who.getPrincipal() instanceof Account account ? account.username() : who.getName());
    }

    /**
     * The machine: who signed in where machines do, or the department a signed message names. The name is not proved yet
     * when it is counted, so it counts together with the address: nobody uses up another's budget.
     */
    static Optional<String> client(HttpServletRequest request) {
        var department = request.getHeader("X-Department");
        if (department == null) {
            return person().map(name -> name + "@" + address(request));
        }
        var name = department.length() > LONGEST_NAME ? department.substring(0, LONGEST_NAME) : department;
        return Optional.of(name + "@" + address(request));
    }
}
