package io.onevisit.identity;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks user name and password; an unknown name costs as much time as a wrong password. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final String nobody;

    PasswordSignIn(Accounts accounts, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.nobody = encoder.encode("nobody");
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var username = authentication.getName();
        var stored = accounts.passwordOf(username);
        var right = encoder.matches(String.valueOf(authentication.getCredentials()), stored.orElse(nobody));
        if (stored.isEmpty() || !right) {
            throw new BadCredentialsException("wrong user name or password");
        }
        var account = accounts.find(username).orElseThrow(() -> new BadCredentialsException("account is gone"));
        var authorities = account.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(account, null, authorities);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
