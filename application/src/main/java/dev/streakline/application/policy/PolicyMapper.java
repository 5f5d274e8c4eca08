package dev.streakline.application.policy;

import dev.streakline.application.view.ViewMapping;
import dev.streakline.domain.policy.Policies;
import org.mapstruct.Mapper;

/** Copies policies into views: the members have the same names. */
@Mapper(config = ViewMapping.class)
interface PolicyMapper {

    PoliciesView view(int version, Policies policies);
}
