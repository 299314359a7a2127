"""Addresses of the accounts area. allauth's own list is not included: only what Kith offers is here."""

from allauth.account import views as account
from allauth.mfa.base import views as codes
from allauth.mfa.recovery_codes import views as spare_codes
from allauth.mfa.totp import views as totp
from django.urls import URLPattern, URLResolver, include, path, re_path

from kith.web.accounts import sign_in_forms as forms
from kith.web.accounts.absence_pages import absences, end_absence
from kith.web.accounts.account_pages import choose_organization, my_account, sign_out_everywhere
from kith.web.accounts.invitation_pages import accept_invitation, invite_member
from kith.web.accounts.password_pages import ChangePassword, first_password
from kith.web.accounts.team_pages import change_role, end_membership, team, withdraw_invitation

sign_in: list[URLPattern | URLResolver] = [
    path("login/", account.LoginView.as_view(form_class=forms.SignInForm), name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path(
        "again/",
        account.ReauthenticateView.as_view(form_class=forms.PasswordAgainForm),
        name="account_reauthenticate",
    ),
    path(
        "password/change/",
        ChangePassword.as_view(form_class=forms.ChangePasswordForm),
        name="account_change_password",
    ),
    path(
        "password/forgotten/",
        account.PasswordResetView.as_view(form_class=forms.ForgottenPasswordForm),
        name="account_reset_password",
    ),
    path("password/forgotten/sent/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.PasswordResetFromKeyView.as_view(form_class=forms.NewPasswordForm),
        name="account_reset_password_from_key",
    ),
    path(
        "password/changed/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]
one_time_codes: list[URLPattern | URLResolver] = [
    path("", codes.index, name="mfa_index"),
    path("enter/", codes.AuthenticateView.as_view(form_class=forms.CodeForm), name="mfa_authenticate"),
    path(
        "again/", codes.ReauthenticateView.as_view(form_class=forms.CodeAgainForm), name="mfa_reauthenticate"
    ),
    path(
        "turn-on/", totp.ActivateTOTPView.as_view(form_class=forms.TurnCodesOnForm), name="mfa_activate_totp"
    ),
    path("turn-off/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("spare/", spare_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("spare/new/", spare_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("spare/file/", spare_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", my_account, name="my_account"),
    path("account/organization/", choose_organization, name="choose_organization"),
    path("account/sign-out-everywhere/", sign_out_everywhere, name="sign_out_everywhere"),
    path("account/team/", team, name="team"),
    path("account/team/<uuid:organization_id>/", team, name="team"),
    path("account/team/<uuid:organization_id>/invite/", invite_member, name="invite_member"),
    path("account/absences/", absences, name="absences"),
    path("account/absences/<uuid:absence_id>/end/", end_absence, name="end_absence"),
    path("account/role/<uuid:membership_id>/", change_role, name="change_role"),
    path("account/role/<uuid:membership_id>/end/", end_membership, name="end_membership"),
    path("account/invited/<uuid:invitation_id>/", withdraw_invitation, name="withdraw_invitation"),
    path("account/invitation/<str:token>/", accept_invitation, name="accept_invitation"),
    path("account/password/first/", first_password, name="first_password"),
    path("account/codes/", include(one_time_codes)),
    path("account/", include(sign_in)),
]
