"""English of the frame that every page stands in, of signing in, and of failures."""

WORDS = {
    "依申请公开办理台": "Disclosure Desk",
    "跳到正文": "Skip to the content",
    "主导航": "Main",
    "待办": "Worklist",
    "登记": "Register",
    "查询": "Search",
    "文书": "Letters",
    "登记簿": "Registers",
    "年报": "Reports",
    "统计": "Dashboard",
    "日历": "Calendar",
    "本机关": "Office",
    "我的账号": "My account",
    "退出": "Sign out",
    "今天": "Today:",
    "返回": "Back",
    "回到待办清单": "Back to the worklist",
    "登录": "Sign in",
    "没有账号或者忘了密码，请找本机关的管理员。": (
        "No account, or the password forgotten? Ask your office's administrator."
    ),
    "有 %(n)s 处需要改正，见各栏下面。": "%(n)s to be mended; see below the fields.",
    "密码已经更改，其他浏览器均已退出。": (
        "The password was changed; every other browser is signed out."
    ),
    "这是别人为您设的密码，请先改成自己的，再办其他事。": (
        "Somebody else set this password for you: change it to your own before going on."
    ),
    "姓名": "Name",
    "登录名": "Login",
    "岗位": "Role",
    "机关": "Office",
    "更改密码": "Change the password",
    "退出登录": "Signing out",
    "退出这个浏览器": "Sign this browser out",
    "在所有浏览器上退出": "Sign out everywhere",
}
