import type {
  PrincipalTable,
  TeamTable,
  AccountTable,
  AccountRoleTable,
  AccountTeamTable,
  SessionTable,
  SetupLinkTable,
  SignInThrottleTable,
  SubmissionTable,
  DraftTable,
} from './accounts.ts';
import type {
  ReferenceRevisionTable,
  TermTable,
  TermLabelTable,
  CountryTable,
  TeamCountryTable,
  InstrumentTable,
  ProvisionTable,
  TreatyStatusTable,
  PreventiveMechanismTable,
  InternationalBodyTable,
  UprReviewTable,
} from './reference.ts';
import type {
  OrganisationTable,
  OrganisationNameTable,
  OrganisationWordTable,
  PersonTable,
  PersonNamedReaderTable,
  PersonReaderTable,
  PersonWordTable,
  PositionTable,
} from './partners.ts';
import type {
  CircleTable,
  CircleTeamTable,
  InteractionTable,
  InteractionCountryTable,
  InteractionWorkAreaTable,
  InteractionInstrumentTable,
  InteractionStaffTable,
  InteractionNamedReaderTable,
  InteractionReaderTable,
  InteractionParticipantTable,
  CircleTallyTable,
  ReaderTallyTable,
  CountryTallyTable,
  CountryWorkTallyTable,
  CountryPartnerKindTable,
  CountryGuardedKindTable,
  CountryAccountReaderTable,
  AssessmentTable,
  AssessmentNamedReaderTable,
  AssessmentReaderTable,
} from './interactions.ts';
import type {
  AdviceTable,
  AdviceRecipientTable,
  AdviceWorkAreaTable,
  AdviceCountryTable,
  CountryAdviceTallyTable,
  CountryAdoptionTallyTable,
  AdviceReaderTable,
  AdviceStepTable,
  CommitmentTable,
  CommitmentWorkAreaTable,
  CommitmentCountryTable,
  CommitmentReaderTable,
  FollowUpTable,
  FollowUpWorkAreaTable,
  FollowUpCountryTable,
  FollowUpReaderTable,
} from './promises.ts';
import type {
  StageFactTable,
  ObjectiveTable,
  ObjectiveNamedReaderTable,
  ObjectiveReaderTable,
  ObjectiveMoveTable,
  ObjectiveStanceTable,
  InteractionObjectiveTable,
} from './objectives.ts';
import type {
  DeadlineRuleTable,
  ReviewTable,
  ReviewDeadlineTable,
  RecommendationTable,
  RecommendationWorkAreaTable,
  RecommendationAdviceTable,
  RecommendationObjectiveTable,
  RecommendationInteractionTable,
} from './reviews.ts';
import type { StoredFileTable, AttachmentTable, AttachmentReaderTable } from './attachments.ts';
import type { CalendarFeedTable } from './calendar.ts';
import type {
  NotificationTable,
  NotificationPreferenceTable,
  NotificationMuteTable,
  OutboxMessageTable,
  LeaseTable,
} from './notifications.ts';
import type { AuditEventTable, AuditValueTable, AuditHeadTable } from './audit.ts';

/** Every table by its name: what Kysely checks queries against. */
export interface Database {
  principal: PrincipalTable;
  team: TeamTable;
  account: AccountTable;
  account_role: AccountRoleTable;
  account_team: AccountTeamTable;
  session: SessionTable;
  setup_link: SetupLinkTable;
  sign_in_throttle: SignInThrottleTable;
  submission: SubmissionTable;
  draft: DraftTable;
  reference_revision: ReferenceRevisionTable;
  term: TermTable;
  term_label: TermLabelTable;
  country: CountryTable;
  team_country: TeamCountryTable;
  instrument: InstrumentTable;
  provision: ProvisionTable;
  treaty_status: TreatyStatusTable;
  preventive_mechanism: PreventiveMechanismTable;
  international_body: InternationalBodyTable;
  upr_review: UprReviewTable;
  organisation: OrganisationTable;
  organisation_name: OrganisationNameTable;
  organisation_word: OrganisationWordTable;
  person: PersonTable;
  person_named_reader: PersonNamedReaderTable;
  person_reader: PersonReaderTable;
  person_word: PersonWordTable;
  position: PositionTable;
  circle: CircleTable;
  circle_team: CircleTeamTable;
  interaction: InteractionTable;
  interaction_country: InteractionCountryTable;
  interaction_work_area: InteractionWorkAreaTable;
  interaction_instrument: InteractionInstrumentTable;
  interaction_staff: InteractionStaffTable;
  interaction_named_reader: InteractionNamedReaderTable;
  interaction_reader: InteractionReaderTable;
  interaction_participant: InteractionParticipantTable;
  circle_tally: CircleTallyTable;
  reader_tally: ReaderTallyTable;
  country_tally: CountryTallyTable;
  country_work_tally: CountryWorkTallyTable;
  country_partner_kind: CountryPartnerKindTable;
  country_guarded_kind: CountryGuardedKindTable;
  country_account_reader: CountryAccountReaderTable;
  country_advice_tally: CountryAdviceTallyTable;
  country_adoption_tally: CountryAdoptionTallyTable;
  assessment: AssessmentTable;
  assessment_named_reader: AssessmentNamedReaderTable;
  assessment_reader: AssessmentReaderTable;
  advice: AdviceTable;
  advice_recipient: AdviceRecipientTable;
  advice_work_area: AdviceWorkAreaTable;
  advice_country: AdviceCountryTable;
  advice_reader: AdviceReaderTable;
  advice_step: AdviceStepTable;
  commitment: CommitmentTable;
  commitment_work_area: CommitmentWorkAreaTable;
  commitment_country: CommitmentCountryTable;
  commitment_reader: CommitmentReaderTable;
  follow_up: FollowUpTable;
  follow_up_work_area: FollowUpWorkAreaTable;
  follow_up_country: FollowUpCountryTable;
  follow_up_reader: FollowUpReaderTable;
  stage_fact: StageFactTable;
  objective: ObjectiveTable;
  objective_named_reader: ObjectiveNamedReaderTable;
  objective_reader: ObjectiveReaderTable;
  objective_move: ObjectiveMoveTable;
  objective_stance: ObjectiveStanceTable;
  interaction_objective: InteractionObjectiveTable;
  deadline_rule: DeadlineRuleTable;
  review: ReviewTable;
  review_deadline: ReviewDeadlineTable;
  recommendation: RecommendationTable;
  recommendation_work_area: RecommendationWorkAreaTable;
  recommendation_advice: RecommendationAdviceTable;
  recommendation_objective: RecommendationObjectiveTable;
  recommendation_interaction: RecommendationInteractionTable;
  stored_file: StoredFileTable;
  attachment: AttachmentTable;
  attachment_reader: AttachmentReaderTable;
  calendar_feed: CalendarFeedTable;
  notification: NotificationTable;
  notification_preference: NotificationPreferenceTable;
  notification_mute: NotificationMuteTable;
  outbox_message: OutboxMessageTable;
  lease: LeaseTable;
  audit_event: AuditEventTable;
  audit_value: AuditValueTable;
  audit_head: AuditHeadTable;
}
