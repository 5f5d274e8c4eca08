package dev.streakline.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FairSharesTest {

    private final FairShares shares = new FairShares(12);

    private int taken(String holder) {
        int taken = 0;
        while (shares.take(holder, 1)) {
            taken++;
        }
        return taken;
    }

    @Test
    void one_alone_has_half_and_leaves_as_much_for_the_others() {
        assertThat(taken("ann")).isEqualTo(6);
        assertThat(taken("bob")).isEqualTo(3);
        assertThat(taken("cai")).isEqualTo(1);
        assertThat(taken("dee")).isEqualTo(1);
        assertThat(taken("eve")).isZero();
    }

    @Test
    void what_is_given_back_can_be_taken_again() {
        assertThat(taken("ann")).isEqualTo(6);
        shares.giveBack("ann", 2);
        assertThat(taken("bob")).isEqualTo(4);
        shares.giveBack("ann", 4);
        shares.giveBack("bob", 4);
        assertThat(taken("cai")).isEqualTo(6);
    }

    @Test
    void amounts_count_as_they_are() {
        assertThat(shares.take("ann", 7)).isFalse();
        assertThat(shares.take("ann", 6)).isTrue();
        assertThat(shares.take("bob", 4)).isFalse();
        assertThat(shares.take("bob", 3)).isTrue();
    }
}
